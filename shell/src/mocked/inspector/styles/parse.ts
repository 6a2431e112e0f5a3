/** One property of a style rule, as it is written. */
export interface Declaration {
  property: string;
  value: string;
  important: boolean;
}

/** A style rule with everything that decides whether it applies. */
export interface StyleRule {
  selectors: readonly string[];
  declarations: readonly Declaration[];
  /** The at-rules around it, from the outside in: `@media (width < 45em)`. */
  conditions: readonly string[];
  /** Its cascade layer, `outer.inner`; empty without one. */
  layer: string;
}

type Around = Pick<StyleRule, 'selectors' | 'conditions' | 'layer'>;

/**
 * Reads the text of a style sheet. The object model does not do: of `font: var(--x); font-weight: 600` it tells nothing
 * but the weight.
 */
export function parseStyles(css: string): StyleRule[] {
  return rulesIn(css.replace(/\/\*[\s\S]*?\*\//g, ''), { selectors: [], conditions: [], layer: '' });
}

function rulesIn(css: string, around: Around): StyleRule[] {
  const statements = statementsOf(css);
  const declarations = statements.flatMap(({ head, block }) => (block === undefined ? declarationOf(head) : []));
  const own = around.selectors.length > 0 && declarations.length > 0 ? [{ ...around, declarations }] : [];
  return [
    ...own,
    ...statements.flatMap(({ head, block }) => {
      if (block === undefined && /^@layer\b/.test(head)) return layerOrder(head, around);
      const inner = block === undefined ? undefined : aroundOf(head, around);
      return block === undefined || inner === undefined ? [] : rulesIn(block, inner);
    }),
  ];
}

/** `@layer a, b;` decides the order of layers: here rules without content do. */
function layerOrder(head: string, around: Around): StyleRule[] {
  const names = splitAt(head.replace(/^@layer/, ''), ',');
  return names.map((name) => ({ selectors: [], declarations: [], conditions: [], layer: nested(around.layer, name) }));
}

const nested = (outer: string, name: string) => (outer === '' ? name : `${outer}.${name}`);

/** What stands around the content of a block; none where there are no style rules in it, as in `@keyframes`. */
function aroundOf(head: string, { selectors, conditions, layer }: Around): Around | undefined {
  if (/^@(?:media|supports|container)\b/.test(head)) return { selectors, conditions: [...conditions, head], layer };
  const [, name] = /^@layer\s*(.*)$/s.exec(head) ?? [];
  if (name !== undefined) return { selectors, conditions, layer: nested(layer, name || '(anonymous)') };
  if (head.startsWith('@')) return undefined;
  const outer = selectors.join(', ');
  const whole = splitAt(head, ',').map((one) => {
    if (outer === '') return one;
    return one.includes('&') ? one.replaceAll('&', `:is(${outer})`) : `:is(${outer}) ${one}`;
  });
  return { selectors: whole, conditions, layer };
}

function declarationOf(text: string): Declaration[] {
  const at = text.indexOf(':');
  if (at < 1 || text.startsWith('@')) return [];
  const important = /!\s*important$/i;
  const value = text.slice(at + 1).trim();
  return [
    {
      property: text.slice(0, at).trim(),
      value: value.replace(important, '').trim(),
      important: important.test(value),
    },
  ];
}

/** `head;` and `head { block }`, one after the other. */
function statementsOf(css: string): { head: string; block?: string }[] {
  const statements: { head: string; block?: string }[] = [];
  let rest = css;
  while (rest.trim() !== '') {
    const end = indexOutside(rest, ';{');
    const head = rest.slice(0, end).trim();
    if (rest[end] === '{') {
      const close = end + 1 + indexOutside(rest.slice(end + 1), '}');
      statements.push({ head, block: rest.slice(end + 1, close) });
      rest = rest.slice(close + 1);
    } else {
      if (head !== '') statements.push({ head });
      rest = rest.slice(end + 1);
    }
  }
  return statements;
}

/** The parts of a text between separators that stand outside of quotes and brackets. */
export function splitAt(text: string, separator: string): string[] {
  const at = indexOutside(text, separator);
  const part = text.slice(0, at).trim();
  return at >= text.length ? [part] : [part, ...splitAt(text.slice(at + 1), separator)];
}

/** Where one of some characters stands first outside of quotes and brackets; the text's length when none does. */
export function indexOutside(text: string, wanted: string): number {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (depth === 0 && wanted.includes(character)) return at;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
  }
  return text.length;
}
