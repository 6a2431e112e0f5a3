import { watchMoves } from '../dom';

/** Under this name our sheets carry their text (scripts/webpack/sheet-loader.js). */
const textKey = Symbol.for('baton.sheet-text');

/** Each document's copies of our sheets: a document takes only sheets that were made for it. */
const copies = new WeakMap<Document, Map<CSSStyleSheet, CSSStyleSheet>>();

/**
 * Dresses a shadow root in style sheets, after those that it has: whichever document it stands in, and anew when it
 * moves to another.
 *
 * @returns how to take them off
 */
export function adoptSheets(shadow: ShadowRoot, sheets: readonly CSSStyleSheet[]): () => void {
  // Missing in test environments, where looks do not matter.
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

/** Sheets of modules that were built elsewhere may not carry it. */
function textOf(sheet: CSSStyleSheet): string {
  const text: unknown = Reflect.get(sheet, textKey);
  return typeof text === 'string' ? text : [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
}
