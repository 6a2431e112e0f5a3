import { viewOf } from '@baton/ui/dom';
import { ancestorsOf } from '../page/tree';
import { cascadeOf } from './cascade';
import type { Applied, Cascade } from './cascade';
import { indexOutside } from './parse';

/** A design token, with its value for an element. */
export interface Token {
  name: string;
  value: string;
}

/** A property of an element that design tokens decide. */
export interface TokenUse {
  /** As it is written in the style sheet, with the pseudo-element before it: `::before background`. */
  property: string;
  tokens: readonly Token[];
  /** Whether an element around it says so. */
  inherited: boolean;
}

/** Whose tokens are of interest in a text, although they are usually set further out. */
const ofText = ['color', 'font-size', 'font-family'];

/**
 * The design tokens, `--baton-…`, behind the declarations that decide how an element looks: also by way of other custom
 * properties, through which modules read them. Declarations that others override do not count.
 */
export function tokensInUse(element: Element): TokenUse[] {
  const cascades = new Map<Element, Cascade>();
  const read = (of: Element) => {
    const cascade = cascades.get(of) ?? cascadeOf(of);
    cascades.set(of, cascade);
    return cascade;
  };
  const own = [...new Set(read(element).values())].filter(({ pseudo }) => isPainted(element, pseudo));
  const asAround = [...read(element)].flatMap(([property, { value }]) => (value === 'inherit' ? [property] : []));
  const inherited = [...ofText, ...asAround].flatMap((property) => inheritedFrom(element, property, read) ?? []);
  return [...usesOf(element, own, read, false), ...usesOf(element, [...new Set(inherited)], read, true)];
}

type Read = (of: Element) => Cascade;

function usesOf(element: Element, applied: readonly Applied[], read: Read, inherited: boolean): TokenUse[] {
  return applied.flatMap(({ pseudo, property, value }) => {
    if (property.startsWith('--')) return [];
    const tokens = new Map(tokensBehind(value, element, read).map((token) => [token.name, token]));
    return tokens.size === 0
      ? []
      : [{ property: `${pseudo} ${property}`.trim(), tokens: [...tokens.values()], inherited }];
  });
}

/** The declaration that an element inherits a property from, when it says nothing of it itself. */
function inheritedFrom(element: Element, property: string, read: Read): Applied | undefined {
  for (const ancestor of ancestorsOf(element)) {
    if (ancestor.ownerDocument !== element.ownerDocument) return undefined;
    const found = read(ancestor).get(property);
    if (found !== undefined && found.value !== 'inherit' && found.value !== 'unset')
      return ancestor === element ? undefined : found;
  }
  return undefined;
}

function tokensBehind(value: string, element: Element, read: Read, holder?: string): Token[] {
  return referencesIn(value).flatMap(({ name, fallback, isAll }) => {
    if (name.startsWith('--baton-')) {
      const said = valueOf(element, name) || (isAll && holder !== undefined ? valueOf(element, holder) : '');
      return [{ name, value: said || fallback }];
    }
    const definition = definitionOf(element, name, read);
    // A property that refers to itself is invalid, and so never its own end.
    return definition === undefined || name === holder
      ? tokensBehind(fallback, element, read, holder)
      : tokensBehind(definition, element, read, name);
  });
}

/** What a custom property is set to for an element: by itself or by the nearest element around it. */
function definitionOf(element: Element, name: string, read: Read): string | undefined {
  for (const ancestor of ancestorsOf(element)) {
    const found = read(ancestor).get(name);
    if (found !== undefined) return found.value;
    if (ancestor.parentElement === null && ancestor === ancestor.ownerDocument.documentElement) return undefined;
  }
  return undefined;
}

function valueOf(element: Element, name: string): string {
  const value = viewOf(element).getComputedStyle(element).getPropertyValue(name).trim();
  // With the usual size of text, nothing is multiplied.
  return value.replaceAll(/calc\(([\d.]+px) \* 1\)/g, '$1');
}

/** The `var()` in a value, without those that stand in a fallback of another. */
function referencesIn(value: string): { name: string; fallback: string; isAll: boolean }[] {
  const start = value.indexOf('var(');
  if (start === -1) return [];
  const length = indexOutside(value.slice(start + 4), ')');
  const content = value.slice(start + 4, start + 4 + length);
  const comma = indexOutside(content, ',');
  return [
    {
      name: content.slice(0, comma).trim(),
      fallback: content.slice(comma + 1).trim(),
      isAll: start === 0 && length + 5 === value.length,
    },
    ...referencesIn(value.slice(start + 5 + length)),
  ];
}

/** Whether a pseudo-element is there. */
function isPainted(element: Element, pseudo: string): boolean {
  if (pseudo !== '::before' && pseudo !== '::after') return true;
  return !['none', 'normal'].includes(viewOf(element).getComputedStyle(element, pseudo).content);
}
