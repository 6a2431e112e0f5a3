import { watchMoves } from '../dom';

/** Property of Baton's sheets with their text, set by scripts/webpack/sheet-loader.js. */
const textKey = Symbol.for('baton.sheet-text');

/** Copies of the sheets by document: a document accepts only sheets that were created for it. */
const copies = new WeakMap<Document, Map<CSSStyleSheet, CSSStyleSheet>>();

/**
 * Adds style sheets to a shadow root, after those that it has, in whichever document it is; adds them again when it moves
 * to another document.
 *
 * @returns removes them
 */
export function adoptSheets(shadow: ShadowRoot, sheets: readonly CSSStyleSheet[]): () => void {
  // Missing in test environments.
  if (!('adoptedStyleSheets' in shadow)) return () => undefined;
  let adopted: CSSStyleSheet[] = [];
  const adopt = () => {
    adopted = sheets.map((sheet) => copyFor(shadow.ownerDocument, sheet));
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, ...adopted];
  };
  adopt();
  const stopWatching = watchMoves(shadow, adopt);
  return () => {
    stopWatching();
    shadow.adoptedStyleSheets = shadow.adoptedStyleSheets.filter((sheet) => !adopted.includes(sheet));
  };
}

function copyFor(page: Document, sheet: CSSStyleSheet): CSSStyleSheet {
  const view = page.defaultView;
  if (page === document || view === null) return sheet;
  const known = copies.get(page) ?? new Map<CSSStyleSheet, CSSStyleSheet>();
  copies.set(page, known);
  let copy = known.get(sheet);
  if (copy === undefined) {
    copy = new view.CSSStyleSheet();
    copy.replaceSync(textOf(sheet));
    known.set(sheet, copy);
  }
  return copy;
}

/** Sheets of modules with another build may lack the property. */
function textOf(sheet: CSSStyleSheet): string {
  const text: unknown = Reflect.get(sheet, textKey);
  return typeof text === 'string' ? text : [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
}
