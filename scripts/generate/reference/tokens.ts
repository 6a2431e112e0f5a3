import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../../common/files.js';

const packages = join(__dirname, '../../../packages');
const themes = ['light', 'dark', 'contrast-light', 'contrast-dark'];

/** The custom properties that hosts may set: the tokens' colours, and whatever else our style sheets ask the host for. */
export function tokensPage(): string {
  const tokens: { theme: Record<string, Record<string, { $value?: { hex: string } }>> } = JSON.parse(
    readFileSync(join(packages, 'ui/tokens/baton.tokens.json'), 'utf8'),
  );
  const colours = Object.keys(tokens.theme['light'] ?? {}).filter((name) => !name.startsWith('$'));
  const others = [...defaults()].filter(([name]) => !colours.includes(name));
  return `# Tokens

Every look comes from custom properties, whose one source is [baton.tokens.json](../../packages/ui/tokens/baton.tokens.json) in the format of the Design Tokens Community Group. A host overrides any of them on the element that it gives to a module, or on any element around it. Private ones begin with \`--_\`. [baton-check-theme](../../packages/check-theme/README.md) tells whether your colours can be read, and writes them as custom properties.

## Colours

| property | ${themes.join(' | ')} |
| --- | ${themes.map(() => '---').join(' | ')} |
${colours.map((name) => `| \`--baton-${name}\` | ${themes.map((theme) => `\`${tokens.theme[theme]?.[name]?.$value?.hex ?? ''}\``).join(' | ')} |`).join('\n')}

## Everything else

Lengths are meant for the browser's own font size of 16px, and grow with the one that people set; a host's own stay as it says them. What the two \`…-inset-block-…\` are for is told [elsewhere](../behaviour/host-page.md#what-reaches-in-on-purpose).

| property | value |
| --- | --- |
${others.map(([name, value]) => `| \`--baton-${name}\` | ${value} |`).join('\n')}
`;
}

/** What holds where the host says nothing, by property. */
function defaults(): Map<string, string> {
  const css = findFiles(packages, ['.'], /\.css$/)
    .map((file) => readFileSync(file, 'utf8').replaceAll(/calc\((\w+) \* var\(--_scale\)\)/g, '$1'))
    .join('\n');
  const asked = css.matchAll(/var\(--baton-([\w-]+), ((?:[^()]|\([^()]*\))+)\)/g);
  // Baton itself sets the scale, from the font size of the browser.
  return new Map(
    Array.from(asked, ([, name = '', value = '']): [string, string] => [name, byDensity(css, value)]).filter(
      ([name]) => name !== 'scale',
    ),
  );
}

/** A value as it is shown: one that goes by density for both densities. */
function byDensity(css: string, value: string): string {
  const [, own] = /^var\((--_own-[\w-]+)\)$/.exec(value) ?? [];
  if (own === undefined) return `\`${value}\``;
  const [comfortable, compact] = Array.from(css.matchAll(new RegExp(`${own}: ([^;]+);`, 'g')), ([, each = '']) => each);
  return `\`${comfortable}\`, compact \`${compact}\``;
}
