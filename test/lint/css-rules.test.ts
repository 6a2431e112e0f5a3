import { checkCss } from '../../scripts/lint/css-rules.js';

test.each([
  ['margin-left: 0', 'margin-left'],
  ['padding-top:1px', 'padding-top'],
  ['border-bottom-color: red', 'border-bottom-color'],
  ['width: 4px', 'width'],
  ['min-height: 4px', 'min-height'],
  ['inset-inline: 0; top: 0', 'top'],
  ['text-align: left', 'text-align: left'],
])('a physical property is refused: %s', (declaration, found) => {
  expect(checkCss('a.css', `.x {\n  ${declaration};\n}`)).toEqual([
    expect.stringMatching(new RegExp(`^a\\.css:2: ${found}.*is physical`)),
  ]);
});

test('rem is refused', () => {
  expect(checkCss('a.css', '.x { padding: 0.5rem 1px }')).toEqual([
    'a.css:1: 0.5rem follows the host page: use calc(Npx * var(--baton-scale))',
  ]);
});

test.each([
  'margin-inline-start: 0',
  'inline-size: 4px',
  'border-start-start-radius: 4px',
  'text-align: start',
  'line-height: 1.5',
  'border-width: 1px',
  '--baton-width: 4px',
  'transition: transform 1s, height 1s',
  'content: "left: 1rem"',
  '/* width: 1rem */ color: red',
])('a logical one is not: %s', (declaration) => {
  expect(checkCss('a.css', `@media (min-width: 600px) { .x { ${declaration} } }`)).toEqual([]);
});
