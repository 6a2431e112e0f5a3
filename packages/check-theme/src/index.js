export { checkTheme } from './check.js';
export { toCss } from './css.js';
export { readTokens } from './read-tokens.js';
