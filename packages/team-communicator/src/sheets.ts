import { menuSheet } from '@baton/ui';
import panel from './panel/panel.css';
import results from './results/results.css';

/** The module's own style sheets. */
export const sheets: readonly CSSStyleSheet[] = [panel, results, menuSheet];
