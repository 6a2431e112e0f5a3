import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { uiCatalogue } from '../texts/catalogue';
import { createTexts } from '../texts/create-texts';
import { TextsProvider } from '../texts/texts-context';

const texts = createTexts({ locale: 'en-GB', catalogues: [uiCatalogue] });

/** Renders with the texts of this package around it. */
export function renderWithTexts(element: ReactElement) {
  return render(element, { wrapper: ({ children }) => <TextsProvider texts={texts}>{children}</TextsProvider> });
}
