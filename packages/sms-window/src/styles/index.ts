import composer from './composer.css';
import transcript from './transcript.css';
import window from './window.css';

/** The module's own style sheets. */
export const sheets: readonly CSSStyleSheet[] = [window, transcript, composer];
