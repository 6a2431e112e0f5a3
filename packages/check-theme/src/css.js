import { themes } from './theme.js';

/**
 * A host's colours as custom properties, for a page with the theme `auto`, which follows the operating system. A colour
 * that is overridden in one theme is written for all, since a custom property that a page sets applies in every theme.
 *
 * @param {import('./check.js').Overrides} overrides
 * @returns {string}
 */
export function toCss(overrides) {
  const names = Object.keys(themes.light).filter((name) =>
    Object.values(overrides).some((colours) => Object.hasOwn(colours, name)),
  );
  const rule = (theme) => [
    ':root {',
    ...names.map((name) => `  --baton-${name}: ${overrides[theme]?.[name] ?? themes[theme][name]};`),
    '}',
  ];
  const media = (query, theme) => [`@media ${query} {`, ...rule(theme).map((line) => `  ${line}`), '}'];
  return [
    ...rule('light'),
    ...media('(prefers-color-scheme: dark)', 'dark'),
    ...media('(prefers-contrast: more)', 'contrast-light'),
    ...media('(prefers-contrast: more) and (prefers-color-scheme: dark)', 'contrast-dark'),
    '',
  ].join('\n');
}
