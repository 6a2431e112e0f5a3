import { createTexts, uiCatalogue } from '@baton/ui/texts';
import catalogue from './en-GB.json';

/** The shell's own words and those it shares with the modules. */
export const texts = createTexts({ locale: 'en-GB', catalogues: [catalogue, uiCatalogue] });
