import { themes } from './theme.js';
import { fromOklch, toHex } from './colour.js';

/** @typedef {import('./check.js').Overrides} Overrides */

/**
 * Reads a file in the format of the Design Tokens Community Group (2025.10): colours at
 * `theme.<theme>.<name>`, as in Baton's own file; anything else may stand beside them and be
 * referred to as `{brand.blue}`.
 *
 * @param {unknown} file the parsed JSON
 * @returns {{overrides: Overrides, problems: string[]}} problems name the path, what is wrong there and what to do
 */
export function readTokens(file) {
  const problems = [];
  const fail = (path, problem) => void problems.push(path === '' ? problem : `${path}: ${problem}`);
  const tokens = new Map();
  collect(file, '', undefined, tokens, fail);

  const overrides = {};
  for (const path of tokens.keys()) {
    const [group, theme, name, ...deeper] = path.split('.');
    if (group !== 'theme') continue;
    if (!Object.hasOwn(themes, theme)) {
      fail(path, `there is no theme "${theme}". Themes are ${Object.keys(themes).join(', ')}.`);
    } else if (name === undefined || deeper.length > 0 || !Object.hasOwn(themes[theme], name)) {
      fail(path, `Baton has no such colour. ${closest(name ?? '', Object.keys(themes[theme]))}`);
    } else {
      const colour = colourAt(path, tokens, fail);
      if (colour !== undefined) (overrides[theme] ??= {})[name] = colour;
    }
  }
  if (problems.length === 0 && Object.keys(overrides).length === 0) {
    fail(
      '',
      'no colour of Baton is in this file. Put yours at theme.light.accent-solid and so on, as packages/ui/tokens/baton.tokens.json has them.',
    );
  }
  return { overrides, problems };
}

function collect(node, path, type, tokens, fail) {
  if (node === null || typeof node !== 'object' || Array.isArray(node)) {
    fail(path, 'must be an object: a token with "$value", or a group of tokens.');
    return;
  }
  const ownType = node.$type ?? type;
  if (Object.hasOwn(node, '$value')) {
    tokens.set(path, { value: node.$value, type: ownType });
    return;
  }
  if (Object.hasOwn(node, '$ref') || Object.hasOwn(node, '$extends'))
    fail(path, '"$ref" and "$extends" are not read. Refer to a token as {group.name} in its "$value".');
  for (const [name, child] of Object.entries(node)) {
    if (!name.startsWith('$')) collect(child, path === '' ? name : `${path}.${name}`, ownType, tokens, fail);
  }
}

/** @returns {string | undefined} "#rrggbb" */
function colourAt(path, tokens, fail) {
  const passed = [];
  let at = path;
  for (;;) {
    if (passed.includes(at))
      return void fail(path, `refers to itself: ${[...passed, at].join(' → ')}. Give one of them a colour.`);
    passed.push(at);
    const token = tokens.get(at) ?? ours(at);
    if (token === undefined)
      return void fail(path, `refers to ${at}, which is not in the file. Add it, or give the colour here.`);
    const target = typeof token.value === 'string' ? /^\{([^{}]+)\}$/.exec(token.value)?.[1] : undefined;
    if (target === undefined) return colourOf(token, at, fail);
    at = target;
  }
}

/** A colour of Baton's own theme, to which a host may refer. */
function ours(path) {
  const [group, theme = '', name = ''] = path.split('.');
  const value = group === 'theme' ? themes[theme]?.[name] : undefined;
  return value === undefined ? undefined : { value, type: 'color' };
}

function colourOf({ value, type }, path, fail) {
  if (type !== 'color')
    return void fail(path, `is of type ${JSON.stringify(type)}. Say "$type": "color" there or on a group around it.`);
  // The format of drafts before 2025.10.
  if (typeof value === 'string') {
    const hex = /^#(?:[\da-f]{3}|[\da-f]{6})$/i.exec(value)?.[0];
    if (hex === undefined)
      return void fail(
        path,
        `${JSON.stringify(value)} is no colour. Write "#rrggbb", or an object with "colorSpace" and "components".`,
      );
    return (hex.length === 4 ? hex.replaceAll(/[^#]/g, '$&$&') : hex).toLowerCase();
  }
  if (value === null || typeof value !== 'object')
    return void fail(path, 'is no colour. Write an object with "colorSpace" and "components", or "#rrggbb".');

  const { colorSpace, components, alpha = 1, hex } = value;
  if (alpha !== 1)
    return void fail(
      path,
      'is translucent, and its contrast depends on what is below. Give the opaque colour that it comes to.',
    );
  const numbers = Array.isArray(components) ? components.map((part) => (part === 'none' ? 0 : part)) : [];
  const isTriple = numbers.length === 3 && numbers.every((part) => Number.isFinite(part));
  if (colorSpace === 'srgb' || colorSpace === 'oklch') {
    if (!isTriple) return void fail(path, '"components" must be three numbers.');
    const [first, second, third] = numbers;
    if (colorSpace === 'oklch') return fromOklch({ lightness: first, chroma: second, hue: third });
    if (numbers.every((part) => part >= 0 && part <= 1)) return toHex(numbers);
    return void fail(path, '"components" of srgb are numbers from 0 to 1: divide those up to 255 by 255.');
  }
  if (typeof hex === 'string' && /^#[\da-f]{6}$/i.test(hex)) return hex.toLowerCase();
  return void fail(
    path,
    `the colour space ${JSON.stringify(colorSpace)} is not read. Add "hex" with the nearest "#rrggbb", or use srgb or oklch.`,
  );
}

function closest(name, known) {
  const [best] = known
    .map((one) => [distance(name, one), one])
    .toSorted(([a], [b]) => a - b)[0]
    .slice(1);
  return distance(name, best) <= 3 ? `Is it ${best}?` : 'All names are in docs/reference/tokens.md.';
}

/** How many letters must be changed, added or taken away. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}
