import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { pairs, themes } from './theme.js';
import { checkTheme, readTokens, toCss } from './index.js';
import { contrast, fromOklch, toOklch } from './colour.js';

type Overrides = Record<string, Record<string, string>>;

const names = Object.keys(themes.light);
const hex = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);
const overrides = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(themes)), fc.constantFrom(...names), hex), {
    minLength: 1,
    maxLength: 8,
  })
  .map((list) =>
    list.reduce<Overrides>(
      (all, [theme, name, colour]) => ({ ...all, [theme]: { ...all[theme], [name]: colour } }),
      {},
    ),
  );

test('black and white, and what our own design says of itself', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#3450c8')).toBeCloseTo(6.7, 1);
  expect(checkTheme({})).toEqual([]);
});

test('OKLCH and back is the same colour', () => {
  fc.assert(
    fc.property(hex, (colour) => expect(fromOklch(toOklch(colour))).toBe(colour)),
    { numRuns: 5000 },
  );
});

test('every suggestion passes', () => {
  fc.assert(
    fc.property(overrides, (chosen) => {
      for (const { theme, front, back, minimum, suggestion } of checkTheme(chosen)) {
        if (suggestion === undefined) continue;
        const { token, colour, passes } = suggestion;
        const other = token === front.name ? back.colour : front.colour;
        expect(contrast(colour, other)).toBeGreaterThanOrEqual(minimum);
        expect(Object.keys(chosen[theme] ?? {})).toContain(token);
        if (passes !== 'everything') continue;
        const after = checkTheme({ ...chosen, [theme]: { ...chosen[theme], [token]: colour } });
        expect(
          after.filter((failure) => failure.theme === theme && [failure.front.name, failure.back.name].includes(token)),
        ).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

test('a colour of its own always has a suggestion, and taking it is enough', () => {
  // A single colour is compared with Baton's colours, each of which has enough contrast to black or to white.
  fc.assert(
    fc.property(fc.constantFrom('accent-solid', 'text-link', 'focus-ring', 'accent-on'), hex, (name, colour) => {
      const [first] = checkTheme({ light: { [name]: colour } });
      if (first === undefined) return;
      expect(first.suggestion).toMatchObject({ token: name, passes: 'everything' });
      expect(checkTheme({ light: { [name]: first.suggestion?.colour ?? '' } })).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('the suggestion is the same colour, only as much darker as it must be', () => {
  const [failure] = checkTheme({ light: { 'accent-solid': '#5b8def' } });
  expect(failure).toMatchObject({
    theme: 'light',
    front: { name: 'accent-on' },
    back: { name: 'accent-solid', colour: '#5b8def' },
    minimum: 4.5,
  });
  const suggested = failure?.suggestion?.colour ?? '';
  const [asked, got] = [toOklch('#5b8def'), toOklch(suggested)];
  expect(Math.abs(got.hue - asked.hue)).toBeLessThan(1);
  expect(got.lightness).toBeLessThan(asked.lightness);
  expect(contrast(suggested, '#ffffff')).toBeLessThan(4.6);
});

describe('reading tokens', () => {
  test('our own file has no problems and all of our colours', () => {
    const file = JSON.parse(readFileSync(join(__dirname, '../../ui/tokens/baton.tokens.json'), 'utf8'));
    expect(readTokens(file)).toEqual({ overrides: themes, problems: [] });
  });

  test.each([
    ['a hex', '#3450C8', '#3450c8'],
    ['a short hex', '#abc', '#aabbcc'],
    ['srgb', { colorSpace: 'srgb', components: [1, 0.5, 'none'] }, '#ff8000'],
    ['oklch', { colorSpace: 'oklch', components: [0.628, 0.2577, 29.23] }, '#ff0000'],
    ['another space with its hex', { colorSpace: 'display-p3', components: [1, 0, 0], hex: '#FF0000' }, '#ff0000'],
    ['a reference', '{brand.blue}', '#0000ff'],
    ['a reference to a colour of ours', '{theme.dark.bg-surface}', '#161a21'],
  ])('%s', (_, value, colour) => {
    const file = {
      brand: { $type: 'color', blue: { $value: '{brand.base}' }, base: { $value: '#00f' } },
      theme: { light: { $type: 'color', 'text-link': { $value: value } } },
    };
    expect(readTokens(file)).toEqual({ overrides: { light: { 'text-link': colour } }, problems: [] });
  });

  test.each([
    ['no object', [], 'must be an object'],
    ['nothing of ours', { brand: { blue: { $type: 'color', $value: '#00f' } } }, 'no colour of Baton is in this file'],
    [
      'another theme',
      { theme: { night: { 'text-link': { $value: '#00f' } } } },
      'theme.night.text-link: there is no theme "night". Themes are light',
    ],
    ['a slip', light('text-lnik', '#00f'), 'theme.light.text-lnik: Baton has no such colour. Is it text-link?'],
    ['another name', light('something-else', '#00f'), 'docs/reference/tokens.md'],
    ['no type', { theme: { light: { 'text-link': { $value: '#00f' } } } }, '"$type": "color"'],
    ['a CSS name', light('text-link', 'blue'), '"blue" is no colour'],
    [
      'numbers up to 255',
      light('text-link', { colorSpace: 'srgb', components: [0, 0, 255] }),
      'divide those up to 255',
    ],
    ['two numbers', light('text-link', { colorSpace: 'srgb', components: [0, 0] }), 'three numbers'],
    [
      'a translucent colour',
      light('text-link', { colorSpace: 'srgb', components: [0, 0, 1], alpha: 0.5 }),
      'translucent',
    ],
    ['a space that is not read', light('text-link', { colorSpace: 'lab', components: [0, 0, 0] }), 'Add "hex"'],
    ['a lost reference', light('text-link', '{brand.blue}'), 'refers to brand.blue, which is not in the file'],
    [
      'a circle',
      light('text-link', '{theme.light.text-link}'),
      'refers to itself: theme.light.text-link → theme.light.text-link',
    ],
    ['a $ref', { theme: { $ref: '#/brand' } }, '"$ref" and "$extends" are not read'],
    [
      'a token in the way',
      { theme: { light: { $type: 'color', $value: '#00f' } } },
      'theme.light: Baton has no such colour',
    ],
    ['null', light('text-link', null), 'is no colour'],
  ])('%s is told with its path and cure', (_, file, problem) => {
    expect(readTokens(file).problems).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
  });

  test('nothing in JSON makes it throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (file) => {
        expect(readTokens({ theme: { light: file } })).toHaveProperty('problems');
        expect(readTokens(file)).toHaveProperty('problems');
      }),
      { numRuns: 1000 },
    );
  });
});

test('custom properties follow the system, and give ours back where a theme has none of the host', () => {
  const css = toCss({ light: { 'text-link': '#0000ff' } });
  expect(css).toContain(
    ':root {\n  --baton-text-link: #0000ff;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --baton-text-link: #a9b9ff;',
  );
  expect(css.match(/--baton-/g)).toHaveLength(4);
});

describe('the command', () => {
  const main = join(__dirname, 'main.js');
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'baton-theme-'));
    writeFileSync(join(folder, 'good.json'), JSON.stringify(light('accent-solid', '#2c3e9e')));
    writeFileSync(join(folder, 'pale.json'), JSON.stringify(light('accent-solid', '#8fa4ff')));
    writeFileSync(join(folder, 'slip.json'), JSON.stringify(light('acent-solid', '#8fa4ff')));
    writeFileSync(join(folder, 'cut.json'), '{"theme":');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  test('all well: 0', () => {
    expect(run('good.json')).toEqual({
      status: 0,
      stdout: `All ${pairs.length * 4} pairs of colours can be told apart.\n`,
      stderr: '',
    });
  });

  test('too alike: 1, with the colour that would do', () => {
    const { status, stdout } = run('pale.json');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^light: accent-on #ffffff on accent-solid #8fa4ff has a contrast of 2\.\d\d, needs 4\.5\. Nearest that passes: accent-solid #[\da-f]{6}\.$/m,
    );
  });

  test('as JSON', () => {
    const { status, stdout } = run('pale.json', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      checked: pairs.length * 4,
      problems: [],
      failures: expect.arrayContaining([expect.objectContaining({ theme: 'light', minimum: 4.5 })]),
    });
  });

  test('as CSS, with what fails beside it', () => {
    const { status, stdout, stderr } = run('pale.json', '--css');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^:root \{\n {2}--baton-accent-solid: #8fa4ff;/);
    expect(stderr).toContain('has a contrast of');
  });

  test.each([
    [['slip.json'], /^slip\.json: theme\.light\.acent-solid: .*Is it accent-solid\?/],
    [['cut.json'], /^cut\.json is not JSON: /],
    [['none.json'], /^none\.json cannot be read: ENOENT/],
    [['good.json', '--yaml'], /^Unknown option '--yaml'/],
    [['good.json', '--json', '--css'], /^baton-check-theme tokens\.json/],
    [[], /^baton-check-theme tokens\.json/],
  ])('%s cannot be used: 2', (args, message) => {
    expect(run(...args)).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(message) });
  });

  test('help', () => {
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Exit code') });
  });
});

function light(name: string, value: unknown) {
  return { theme: { light: { $type: 'color', [name]: { $value: value } } } };
}
