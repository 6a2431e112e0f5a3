import { pairs, themes } from './theme.js';
import { contrast, contrastOf, fromOklch, luminance, toOklch } from './colour.js';

/** @typedef {Record<string, Record<string, string>>} Overrides theme → colour → "#rrggbb" */
/** @typedef {{name: string, colour: string}} Token */
/** @typedef {{token: string, colour: string, passes: 'everything' | 'ours' | 'this pair'}} Suggestion a colour that passes in all of its pairs, in those with Baton's colours, or in this pair only */
/** @typedef {{theme: string, front: Token, back: Token, ratio: number, minimum: number, suggestion?: Suggestion}} Failure */

/**
 * The pairs of colours that Baton uses together and that have too little contrast with a host's own colours.
 *
 * @param {Overrides} overrides
 * @returns {Failure[]}
 */
export function checkTheme(overrides) {
  return Object.keys(themes).flatMap((theme) => {
    const colours = { ...themes[theme], ...overrides[theme] };
    return pairs.flatMap((pair) => {
      const [front, back] = [pair.front, pair.back].map((name) => ({ name, colour: colours[name] }));
      const ratio = contrast(front.colour, back.colour);
      const minimum = minimumOf(pair, theme);
      if (ratio >= minimum) return [];
      const suggestion = suggest(pair, theme, colours, Object.keys(overrides[theme] ?? {}));
      return [{ theme, front, back, ratio, minimum, ...(suggestion === undefined ? {} : { suggestion }) }];
    });
  });
}

/** The minimum contrast of a pair in a theme. */
function minimumOf({ minimum }, theme) {
  return theme.startsWith('contrast') ? minimum.contrast : minimum.normal;
}

/** Suggests another value for a colour that the host has chosen, for the front colour first: brands prefer to keep their surfaces. */
function suggest(pair, theme, colours, chosen) {
  const candidates = [pair.front, pair.back].filter((name) => chosen.includes(name));
  const partners = (token) => pairs.filter(({ front, back }) => front === token || back === token);
  for (const [passes, affectedPairs] of [
    ['everything', partners],
    [
      'ours',
      (token) =>
        partners(token).filter(
          (one) => one === pair || ![one.front, one.back].some((name) => name !== token && chosen.includes(name)),
        ),
    ],
    ['this pair', () => [pair]],
  ]) {
    for (const token of candidates) {
      const against = affectedPairs(token).map((one) => [
        luminance(colours[one.front === token ? one.back : one.front]),
        minimumOf(one, theme),
      ]);
      const colour = shades(colours[token]).find((shade) =>
        against.every(([other, minimum]) => contrastOf(shade.luminance, other) >= minimum),
      )?.hex;
      if (colour !== undefined) return { token, colour, passes };
    }
  }
  return undefined;
}

const shadesByColour = new Map();

/**
 * A colour at every lightness, the nearest first. Uses the lightness of OKLCH, which keeps the perceived hue; in HSL,
 * blue would turn purple and yellow olive. The chroma is reduced only where screens cannot show the colour.
 */
function shades(colour) {
  if (!shadesByColour.has(colour)) {
    const { lightness, ...rest } = toOklch(colour);
    const lightnesses = Array.from({ length: 513 }, (_, step) => step / 512).toSorted(
      (a, b) => Math.abs(a - lightness) - Math.abs(b - lightness),
    );
    const hexes = new Set(lightnesses.map((one) => fromOklch({ ...rest, lightness: one })));
    shadesByColour.set(
      colour,
      [...hexes].map((hex) => ({ hex, luminance: luminance(hex) })),
    );
  }
  return shadesByColour.get(colour);
}
