import composer from './composer/composer.css';
import details from './details/details.css';
import interactions from './interactions/interactions.css';
import print from './window/print.css';
import transcript from './transcript/transcript.css';
import window from './window/window.css';

/** The module's own style sheets. */
export const sheets: readonly CSSStyleSheet[] = [window, transcript, composer, details, interactions, print];
