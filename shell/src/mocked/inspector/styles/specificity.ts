import { indexOutside, splitAt } from './parse';

/** How specific a selector is: ids, then classes and the like, then elements. */
export type Specificity = readonly [ids: number, classes: number, elements: number];

/** The specificity of one selector, without commas outside of brackets. */
export function specificityOf(selector: string): Specificity {
  let sum: Specificity = [0, 0, 0];
  let rest = selector.replace(/\[(?:"[^"]*"|'[^']*'|[^\]])*\]/g, '.a');
  for (let found = withBrackets.exec(rest); found !== null; found = withBrackets.exec(rest)) {
    const [head, name = ''] = found;
    const open = found.index + head.length;
    const close = open + indexOutside(rest.slice(open), ')');
    sum = add(sum, ofFunction(name, rest.slice(open, close)));
    rest = `${rest.slice(0, found.index)} ${rest.slice(close + 1)}`;
  }
  const count = (pattern: RegExp) => rest.match(pattern)?.length ?? 0;
  const simple: Specificity = [
    count(/#[\w-]+/g),
    count(/\.[\w-]+|(?<!:):(?!:)[\w-]+/g),
    count(/::[\w-]+|(?<![\w#.:-])[a-z][\w-]*/gi),
  ];
  return add(sum, simple);
}

const withBrackets = /::?([\w-]+)\(/;

function ofFunction(name: string, content: string): Specificity {
  if (name === 'where') return [0, 0, 0];
  if (['is', 'not', 'has', 'host', 'host-context', 'slotted'].includes(name)) {
    const most = splitAt(content, ',').map(specificityOf).reduce(greater, [0, 0, 0]);
    if (name === 'slotted') return add(most, [0, 0, 1]);
    return name.startsWith('host') ? add(most, [0, 1, 0]) : most;
  }
  if (name === 'part') return [0, 0, 1];
  const [, of] = content.split(/\bof\b/);
  return add([0, 1, 0], of === undefined ? [0, 0, 0] : splitAt(of, ',').map(specificityOf).reduce(greater, [0, 0, 0]));
}

const add = (one: Specificity, other: Specificity): Specificity => [
  one[0] + other[0],
  one[1] + other[1],
  one[2] + other[2],
];

function greater(one: Specificity, other: Specificity): Specificity {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at === -1 || (one[at] ?? 0) > (other[at] ?? 0) ? one : other;
}
