import menu from './menu.css';
import panel from './panel.css';
import results from './results.css';

/** The module's own style sheets. */
export const sheets: readonly CSSStyleSheet[] = [panel, results, menu];
