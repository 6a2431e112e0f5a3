import { isHtmlElement, isRoot, isShadowRoot } from '@baton/ui/dom';
import { holds } from './conditions';
import { parseStyles } from './parse';
import type { Declaration, StyleRule } from './parse';
import { specificityOf } from './specificity';

/** A declaration that applies to an element or to one of its pseudo-elements. */
export interface Applied extends Declaration {
  /** Such as `::before`; empty for the element itself. */
  pseudo: string;
}

/** Which declaration decides each property: by `color` of the element, and `::before color` of its pseudo-elements. */
export type Cascade = ReadonlyMap<string, Applied>;

interface Ranked extends Applied {
  rank: readonly number[];
}

/** The pseudo-element of a selector that an element matches, empty for the element itself; none when it does not match. */
type Match = (selector: string) => string | undefined;

/** Under this name our sheets carry their text (scripts/webpack/sheet-loader.js). */
const textKey = Symbol.for('baton.sheet-text');

/**
 * The cascade of an element: the sheets of its own tree, `:host` of its shadow root, `::part()` from the trees around it,
 * and its attribute `style`. What browsers style by themselves and `::slotted()` are left out.
 */
export function cascadeOf(element: Element): Cascade {
  const applied = [...fromTrees(element), ...fromAttribute(element)];
  const winners = new Map<string, Applied>();
  for (const one of applied.toSorted((a, b) => compare(a.rank, b.rank))) {
    for (const longhand of longhandsOf(one.property)) winners.set(`${one.pseudo} ${longhand}`.trim(), one);
  }
  return winners;
}

function fromTrees(element: Element): Ranked[] {
  const own = element.getRootNode();
  const applied = isRoot(own) ? declarationsOf(own, element, 1, matchOf(element)) : [];
  if (element.shadowRoot) applied.push(...declarationsOf(element.shadowRoot, element, 0, hostMatchOf(element)));
  let tree = own;
  for (let context = 2; isShadowRoot(tree) && element.hasAttribute('part'); context += 1) {
    const { host } = tree;
    tree = host.getRootNode();
    if (isRoot(tree)) applied.push(...declarationsOf(tree, element, context, partMatchOf(element, host)));
  }
  return applied;
}

function fromAttribute(element: Element): Ranked[] {
  if (!isHtmlElement(element)) return [];
  const [rule] = parseStyles(`* {${element.getAttribute('style') ?? ''}}`);
  const inline = rule?.declarations ?? [];
  return inline.map((one) => ({ ...one, pseudo: '', rank: [Number(one.important), one.important ? -1 : 1, 1] }));
}

/** @param context how far outside of the element's own tree the sheets are: outer trees win, except with `!important` */
function declarationsOf(root: Document | ShadowRoot, element: Element, context: number, match: Match): Ranked[] {
  const rules = rulesOf(root);
  const layers = [...new Set(rules.flatMap(({ layer }) => withOuter(layer)))];
  return rules.flatMap(({ selectors, declarations, conditions, layer }, order) => {
    const matching = selectors.flatMap((selector) => {
      const pseudo = match(selector);
      return pseudo === undefined ? [] : [{ pseudo, specificity: specificityOf(selector) }];
    });
    if (matching.length === 0 || !conditions.every((condition) => holds(condition, element))) return [];
    const inLayer = [...withOuter(layer).map((name) => layers.indexOf(name)), Infinity];
    return matching.flatMap(({ pseudo, specificity }) =>
      declarations.map((one) => {
        const turn = one.important ? -1 : 1;
        const place = [Number(one.important), turn * context, 0, ...inLayer.map((at) => turn * at)];
        return { ...one, pseudo, rank: [...place, ...specificity, order] };
      }),
    );
  });
}

const matchOf =
  (element: Element): Match =>
  (selector) => {
    const [, base = '', pseudo = ''] = /^(.*?)(::[\w-]+)?$/s.exec(selector) ?? [];
    return matches(element, base || '*') ? pseudo : undefined;
  };

const hostMatchOf =
  (element: Element): Match =>
  (selector) => {
    const [found, condition = '*'] = /^:host(?:\((.*)\))?$/s.exec(selector) ?? [];
    return found !== undefined && matches(element, condition) ? '' : undefined;
  };

const partMatchOf =
  (element: Element, host: Element): Match =>
  (selector) => {
    const [found, base = '', names = '', state = ''] = /^(.*)::part\(([^)]*)\)(.*)$/s.exec(selector) ?? [];
    if (found === undefined || !matches(host, base || '*')) return undefined;
    const hasAll = names.match(/\S+/g)?.every((name) => matches(element, `[part~="${name}"]`));
    return hasAll ? matchOf(element)(state) : undefined;
  };

/** Sheets may hold selectors that this browser does not know. */
function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

const parsed = new WeakMap<CSSStyleSheet, readonly StyleRule[]>();

function rulesOf(root: Document | ShadowRoot): StyleRule[] {
  return sheetsOf(root).flatMap((sheet) => {
    if (sheet.disabled) return [];
    const rules = parsed.get(sheet) ?? parseStyles(textOf(sheet));
    parsed.set(sheet, rules);
    const media = sheet.media?.mediaText ?? '';
    return media === ''
      ? rules
      : rules.map((rule) => ({ ...rule, conditions: [`@media ${media}`, ...rule.conditions] }));
  });
}

/** Test environments lack some kinds. */
function sheetsOf(root: Document | ShadowRoot): CSSStyleSheet[] {
  const { styleSheets, adoptedStyleSheets }: Partial<DocumentOrShadowRoot> = root;
  return [...(styleSheets ?? []), ...(adoptedStyleSheets ?? [])];
}

/** What a sheet tells of its rules leaves out shorthands that a longhand follows, hence the text where there is one. */
function textOf(sheet: CSSStyleSheet): string {
  const text: unknown = Reflect.get(sheet, textKey) ?? sheet.ownerNode?.textContent;
  if (typeof text === 'string' && text !== '') return text;
  try {
    return [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
  } catch {
    // A sheet of another origin.
    return '';
  }
}

/** `a.b` is in `a` and in `a.b`. */
function withOuter(layer: string): string[] {
  const names = layer === '' ? [] : layer.split('.');
  return names.map((_name, at) => names.slice(0, at + 1).join('.'));
}

const longhands = new Map<string, readonly string[]>();

/** The properties that one sets: the browser knows which. */
function longhandsOf(property: string): readonly string[] {
  if (property.startsWith('--')) return [property];
  const known = longhands.get(property);
  if (known !== undefined) return known;
  const { style } = document.createElement('i');
  style.setProperty(property, 'inherit');
  const found = style.length === 0 ? [property] : Array.from(style);
  longhands.set(property, found);
  return found;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
