import { pairs, themes } from './baton-theme.js';
import { contrast, contrastOf, fromOklch, luminance, toOklch } from './colour.js';

/** @typedef {Record<string, Record<string, string>>} Overrides theme → colour → "#rrggbb" */
/** @typedef {{name: string, colour: string}} Token */
/** @typedef {{token: string, colour: string, passes: 'everything' | 'ours' | 'this pair'}} Suggestion passes in all pairs that the colour is part of, in those with colours of Baton's, or in this one alone */
/** @typedef {{theme: string, front: Token, back: Token, ratio: number, minimum: number, suggestion?: Suggestion}} Failure */

/**
 * Every pair of colours that Baton puts on each other and that is hard to tell apart once a host's
 * own colours are in.
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

/** How much a theme asks of a pair. */
function minimumOf({ minimum }, theme) {
  return theme.startsWith('contrast') ? minimum.contrast : minimum.normal;
}

/** Changes what the host has chosen, the colour in front before the one behind: a brand is rather a surface than a text on it. */
function suggest(pair, theme, colours, chosen) {
  const candidates = [pair.front, pair.back].filter((name) => chosen.includes(name));
  const partners = (token) => pairs.filter(({ front, back }) => front === token || back === token);
  for (const [passes, concerned] of [
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
      const against = concerned(token).map((one) => [
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

const known = new Map();

/**
 * A colour at every lightness, the nearest first. The lightness is OKLCH's, in which a colour that
 * gets lighter or darker stays the same colour to the eye; in HSL, blue would turn purple and yellow
 * olive, and nobody would know their brand again. Strength gives way only where screens have no
 * such colour.
 */
function shades(colour) {
  if (!known.has(colour)) {
    const { lightness, ...rest } = toOklch(colour);
    const lightnesses = Array.from({ length: 513 }, (_, step) => step / 512).toSorted(
      (a, b) => Math.abs(a - lightness) - Math.abs(b - lightness),
    );
    const hexes = new Set(lightnesses.map((one) => fromOklch({ ...rest, lightness: one })));
    known.set(
      colour,
      [...hexes].map((hex) => ({ hex, luminance: luminance(hex) })),
    );
  }
  return known.get(colour);
}
