/**
 * webpack loader: a style sheet as a constructable sheet, or as an empty object where there are
 * none, so that a host's code can be imported in node and in test environments.
 *
 * @param {string} css
 */
export default function sheetLoader(css) {
  return `const css = ${JSON.stringify(css)};
const constructable = typeof CSSStyleSheet === 'function' && 'replaceSync' in CSSStyleSheet.prototype;
const sheet = constructable ? new CSSStyleSheet() : {};
if (constructable) sheet.replaceSync(css);
export default sheet;
`;
}
