import { asPreviewed } from './conditions';
import type { Preview } from './conditions';

/**
 * Lets this page look as a person with these settings would see it: style sheets of the document and of shadow roots,
 * also those that come later, and `matchMedia`. Called before anything is drawn.
 *
 * No page can change what its device says, so the page's own questions are changed instead. Of forced colours this is
 * an approximation: the rules for them hold, in the system colours of the device, and what a browser then takes away
 * by itself is taken away. The browser's own tools show the real thing (in Chromium: Rendering, Emulate CSS media).
 */
export function showPreview(preview: Preview): void {
  const { textPercent, isMotionReduced, isForced } = preview;
  if (textPercent === 100 && !isMotionReduced && !isForced) return;

  const known = new WeakSet<CSSStyleSheet>();
  const ask = window.matchMedia.bind(window);
  window.matchMedia = (condition) => ask(asPreviewed(condition, preview));

  function prepare(sheet: CSSStyleSheet) {
    // One sheet stands in many shadow roots. A sheet of another origin cannot be read, and is no part of the product.
    if (known.has(sheet) || (sheet.href !== null && new URL(sheet.href).origin !== window.location.origin)) return;
    known.add(sheet);
    eachRule(sheet.cssRules, (rule) => {
      if (rule instanceof CSSMediaRule) setCondition(rule.media, asPreviewed(rule.media.mediaText, preview));
      if (isForced && rule instanceof CSSStyleRule) showLines(rule.style);
    });
  }

  for (const sheet of document.styleSheets) prepare(sheet);
  document.addEventListener(
    'load',
    ({ target }) => {
      if ((target instanceof HTMLLinkElement || target instanceof HTMLStyleElement) && target.sheet)
        prepare(target.sheet);
    },
    true,
  );

  const own = new CSSStyleSheet();
  own.replaceSync(`${textPercent === 100 ? '' : largerText(textPercent)}${isForced ? withoutShadows : ''}`);
  const dress = (sheets: readonly CSSStyleSheet[]) => {
    sheets.forEach(prepare);
    return [...sheets.filter((sheet) => sheet !== own), own];
  };
  watchAdopted(Document.prototype, dress);
  watchAdopted(ShadowRoot.prototype, dress);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets];
}

/** Baton measures the browser's text once for each of its roots and writes it there; our tools are left as they are. */
function largerText(percent: number): string {
  return `html, .baton-root:not([data-tool]) { --baton-scale: ${percent / 100} !important; } html { font-size: ${percent}%; }`;
}

const withoutShadows = '*, ::before, ::after { box-shadow: none !important; text-shadow: none !important; }';

const lines = ['border-top-color', 'border-right-color', 'border-bottom-color', 'border-left-color', 'outline-color'];

/** With forced colours, a line that was transparent is seen. */
function showLines(style: CSSStyleDeclaration): void {
  for (const line of lines) {
    if (style.getPropertyValue(line) === 'transparent') style.setProperty(line, 'ButtonBorder');
  }
}

function setCondition(media: MediaList, condition: string): void {
  if (media.mediaText !== condition) media.mediaText = condition;
}

function eachRule(rules: CSSRuleList, visit: (rule: CSSRule) => void): void {
  for (const rule of rules) {
    visit(rule);
    if (rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule) eachRule(rule.cssRules, visit);
  }
}

/** Lets `dress` choose the sheets whenever some are adopted by this document, or by a shadow root in it. */
function watchAdopted(prototype: Document | ShadowRoot, dress: (sheets: CSSStyleSheet[]) => CSSStyleSheet[]): void {
  const own = Object.getOwnPropertyDescriptor(prototype, 'adoptedStyleSheets');
  if (own?.set === undefined) return;
  const { set } = own;
  Object.defineProperty(prototype, 'adoptedStyleSheets', {
    ...own,
    set(this: Document | ShadowRoot, sheets: Iterable<CSSStyleSheet>) {
      const isHere = this === document || this.ownerDocument === document;
      set.call(this, isHere ? dress([...sheets]) : [...sheets]);
    },
  });
}
