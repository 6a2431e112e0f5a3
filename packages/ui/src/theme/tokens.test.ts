import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import pairs from '../../tokens/contrast-pairs.json';
import tokens from '../../tokens/baton.tokens.json';

const themes = Object.entries(tokens.theme);

test('tokens.css is what the tokens say', () => {
  const generator = resolve(__dirname, '../../tokens/build.js');
  expect(() => execFileSync(process.execPath, [generator, '--check'], { stdio: 'pipe' })).not.toThrow();
});

test.each(themes)('%s: hex and components of every colour agree', (_, theme) => {
  for (const { components, hex } of colours(theme).values()) {
    expect(
      components
        .map((part) =>
          Math.round(part * 255)
            .toString(16)
            .padStart(2, '0'),
        )
        .join(''),
    ).toBe(hex.slice(1));
  }
});

test('all themes have the same colours', () => {
  const [first, ...others] = themes.map(([, theme]) => [...colours(theme).keys()]);
  for (const other of others) expect(other).toEqual(first);
});

describe.each(themes)('contrast in %s', (name, theme) => {
  test.each(
    pairs.map(({ front, back, minimum }) => ({
      front,
      back,
      minimum: name.startsWith('contrast') ? minimum.contrast : minimum.normal,
    })),
  )('$front on $back is at least $minimum', ({ front, back, minimum }) => {
    expect(contrast(luminance(theme, front), luminance(theme, back))).toBeGreaterThanOrEqual(minimum);
  });
});

interface Colour {
  components: number[];
  hex: string;
}

function colours(theme: object): Map<string, Colour> {
  return new Map(
    Object.entries(theme).flatMap(([name, token]) => (name.startsWith('$') ? [] : [[name, token.$value]])),
  );
}

/** WCAG 2 relative luminance. */
function luminance(theme: object, name: string): number {
  const colour = colours(theme).get(name);
  if (!colour) throw new Error(`No colour ${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
