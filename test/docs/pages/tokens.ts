import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const themes = ['light', 'dark', 'contrast-light', 'contrast-dark'];

/** The custom properties that hosts may set, from the style sheet that the tokens are built into. */
export function tokensPage(): string {
  const css = readFileSync(join(__dirname, '../../../packages/ui/src/theme/tokens.css'), 'utf8');
  const tokens: { theme: Record<string, Record<string, { $value?: { hex: string } }>> } = JSON.parse(
    readFileSync(join(__dirname, '../../../packages/ui/tokens/baton.tokens.json'), 'utf8'),
  );
  const colours = Object.keys(tokens.theme['light'] ?? {}).filter((name) => !name.startsWith('$'));
  const properties = [...new Set([...css.matchAll(/(--baton-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => `${name}\0${value.trim()}`))]
    .map((pair) => pair.split('\0'))
    .filter(([name = ''], index, all) => !colours.includes(name.replace('--baton-', '')) && all.findIndex(([other]) => other === name) === index);
  return `# Tokens

Every look comes from custom properties, whose one source is [baton.tokens.json](../../packages/ui/tokens/baton.tokens.json) in the format of the Design Tokens Community Group. A host overrides any of them on the element that it gives to a module, or on any element around it. Private ones begin with \`--_baton-\`. [baton-check-theme](../../packages/check-theme/README.md) tells whether your colours can be read, and writes them as custom properties.

## Colours

| property | ${themes.join(' | ')} |
| --- | ${themes.map(() => '---').join(' | ')} |
${colours.map((name) => `| \`--baton-${name}\` | ${themes.map((theme) => `\`${tokens.theme[theme]?.[name]?.$value?.hex ?? ''}\``).join(' | ')} |`).join('\n')}

## Everything else

| property | value |
| --- | --- |
${properties.map(([name, value]) => `| \`${name}\` | \`${value?.replaceAll('|', '\\|')}\` |`).join('\n')}
`;
}
