/**
 * webpack loader: a style sheet as a constructable sheet, or as an empty object where there are
 * none, so that a host's code can be imported in node and in test environments. The sheet carries
 * its text, for documents that need a copy of their own: what a sheet tells of its rules
 * leaves out what a browser cannot put in words again, such as `font: var(--x); font-weight: 600`.
 * A file that it names, such as a font, is one that webpack knows.
 *
 * @param {string} css
 */
export default function sheetLoader(css) {
  // What is for those who read the source only.
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');
  // Every other piece is the address of a file.
  const pieces = text.split(/(?<=url\(')([^']+)(?='\))/);
  const files = pieces.flatMap((piece, at) =>
    at % 2 === 1 ? `import file${at} from ${JSON.stringify(piece)};\n` : [],
  );
  const words = pieces.map((piece, at) => (at % 2 === 1 ? `file${at}` : JSON.stringify(piece)));
  return `${files.join('')}const css = ${words.join(' + ')};
const constructable = typeof CSSStyleSheet === 'function' && 'replaceSync' in CSSStyleSheet.prototype;
const sheet = constructable ? new CSSStyleSheet() : {};
if (constructable) sheet.replaceSync(css);
sheet[Symbol.for('baton.sheet-text')] = css;
export default sheet;
`;
}
