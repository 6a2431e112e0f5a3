import avatar from '../widgets/avatar.css';
import banner from '../widgets/banner.css';
import button from '../widgets/button.css';
import chips from '../widgets/chips.css';
import dialog from '../widgets/dialog.css';
import feedback from '../widgets/feedback.css';
import tooltip from '../widgets/tooltip.css';
import base from './base.css';
import tokens from './tokens.css';

/**
 * All style sheets of this package, in cascade order. Put them first into the
 * `adoptedStyleSheets` of a shadow root or document; they style only what is
 * inside an element with the class `baton-root`.
 */
export const sheets: readonly CSSStyleSheet[] = [
  tokens,
  base,
  button,
  tooltip,
  banner,
  dialog,
  avatar,
  chips,
  feedback,
];
