import { cascadeOf } from './cascade';
import { parseStyles } from './parse';
import { specificityOf } from './specificity';
import { tokensInUse } from './tokens';

afterEach(() => {
  document.body.replaceChildren();
  jest.restoreAllMocks();
});

/** Adds to computed styles what jsdom does not compute. */
function withComputed(more: (element: Element) => Record<string, string>) {
  const real = window.getComputedStyle.bind(window);
  jest.spyOn(window, 'getComputedStyle').mockImplementation((of) => Object.assign(real(of), more(of)));
}

/** The element with `data-test`, in a document with these styles; they come as our own sheets do. */
function setUp(css: string, html: string) {
  document.body.innerHTML = `<style></style>${html}`;
  const [sheet] = document.styleSheets;
  if (sheet === undefined) throw new Error('no style sheet');
  Reflect.set(sheet, Symbol.for('baton.sheet-text'), css);
  return testElementIn(document.body);
}

function testElementIn(place: ParentNode): Element {
  const element = place.querySelector('[data-test]');
  if (element === null) throw new Error('no element with data-test');
  return element;
}

const valueOf = (element: Element, property: string) => cascadeOf(element).get(property)?.value;

describe('a style sheet is read', () => {
  test('with what stands around each rule', () => {
    const css = `
      @layer base { .a { color: red; @media (width < 45em) { margin: 0; } } }
      /* .z { color: red } */
      @container sms-window (inline-size < 480px) { .a, .b:is(c, d) { color: var(--x, rgb(1, 2, 3)) !important } }
      @keyframes spin { to { rotate: 1turn } }
      .a { content: ";}"; & > .e { color: blue } }`;
    expect(
      parseStyles(css).map(({ selectors, conditions, layer, declarations }) => [
        [layer, ...conditions, ...selectors].filter(Boolean).join(' | '),
        declarations.map(({ property, value, important }) => `${property}=${value}${important ? '!' : ''}`).join(),
      ]),
    ).toEqual([
      ['base | .a', 'color=red'],
      ['base | @media (width < 45em) | .a', 'margin=0'],
      ['@container sms-window (inline-size < 480px) | .a | .b:is(c, d)', 'color=var(--x, rgb(1, 2, 3))!'],
      ['.a', 'content=";}"'],
      [':is(.a) > .e', 'color=blue'],
    ]);
  });

  test.each([
    ['#a .b c', [1, 1, 1]],
    ['.b-button:not([aria-disabled="true"]):hover', [0, 3, 0]],
    [':where(#a) :is(.b, #c) > d::before', [1, 0, 2]],
    ['li:nth-child(2 of .x)', [0, 2, 1]],
    ['x-host::part(button):focus', [0, 1, 2]],
  ])('%s weighs %j', (selector, weight) => {
    expect(specificityOf(selector)).toEqual(weight);
  });
});

describe('of several declarations one decides', () => {
  test.each([
    ['the more specific one', '.a.b { color: one } .a { color: two }', 'one'],
    ['the later one', '.a { color: one } .b { color: two }', 'two'],
    ['the important one', '.a { color: one !important } .a.b { color: two }', 'one'],
    ['one outside of layers', '.a { color: one } @layer x { .a.b { color: two } }', 'one'],
    ['one in a later layer', '@layer y, x; @layer x { .a { color: one } } @layer y { .a.b { color: two } }', 'one'],
    [
      'one in a layer before those inside of it',
      '@layer x { .a { color: one } @layer y { .a { color: two } } }',
      'one',
    ],
    [
      'an important one in an earlier layer',
      '@layer x, y; @layer x { .a { color: one !important } } @layer y { .a { color: two !important } }',
      'one',
    ],
    ['a nested one', '.a { color: two; &.b { color: one } }', 'one'],
  ])('%s', (_title, css, winner) => {
    const element = setUp(css, '<p class="a b" data-test></p>');
    expect(valueOf(element, 'color')).toBe(winner);
  });

  test('the attribute before sheets', () => {
    expect(valueOf(setUp('p { color: two }', '<p style="color: one" data-test></p>'), 'color')).toBe('one');
  });

  test('the page styles parts of a shadow root before the root itself does', () => {
    document.body.innerHTML = '<style>div::part(big) { color: one }</style><div></div>';
    const shadow = document.querySelector('div')?.attachShadow({ mode: 'open' });
    if (shadow === undefined) throw new Error('no shadow root');
    shadow.innerHTML = '<p part="title big" style="color: two" data-test></p>';
    const element = testElementIn(shadow);
    expect(valueOf(element, 'color')).toBe('one');
  });

  test('container queries ask the nearest container', () => {
    const element = setUp(
      'p { color: one } @container list (inline-size < 300px) { p { color: two } } @container (min-width: 300px) { p { opacity: 0 } }',
      '<div style="width: 300px"><p data-test></p></div>',
    );
    withComputed((of) => ({
      containerType: of.localName === 'div' ? 'inline-size' : 'normal',
      containerName: 'list',
      writingMode: 'horizontal-tb',
    }));
    expect([valueOf(element, 'color'), valueOf(element, 'opacity')]).toEqual(['one', '0']);
  });
});

describe('tokens in use', () => {
  const root = `.root { --_scale: 1; --_bg: var(--baton-bg, var(--_own-bg)); --_own-bg: #eef; --_text: 400 var(--_text-size) / 1.5 var(--_font);
    --_text-size: var(--baton-text-size, calc(13px * var(--_scale))); --_font: var(--baton-font, sans-serif); color: var(--baton-ink, #111) }`;
  const tokensOf = (css: string) => {
    const element = setUp(root + css, '<div class="root"><p class="a" data-test>text</p></div>');
    return tokensInUse(element).map(
      ({ property, tokens, inherited }) =>
        `${property}${inherited ? ' (inherited)' : ''}: ${tokens.map(({ name }) => name).join(' ')}`,
    );
  };

  test('are found by way of the custom properties of modules', () => {
    expect(
      tokensOf('.a { --plate: var(--_bg); background: var(--plate); font: var(--_text); font-weight: 600 }'),
    ).toEqual(['background: --baton-bg', 'font: --baton-text-size --baton-font', 'color (inherited): --baton-ink']);
  });

  test('are not those of a declaration that another one overrides', () => {
    expect(tokensOf('.a { background: var(--_bg); color: red } p.a { background: none }')).toEqual([]);
  });

  test('are those of the elements around, where a property is inherited', () => {
    expect(tokensOf('.root { row-gap: var(--_text-size) } .a { row-gap: inherit; color: red }')).toEqual([
      'row-gap (inherited): --baton-text-size',
    ]);
  });

  test('are those of ::before, too', () => {
    withComputed(() => ({ content: '"x"' }));
    expect(tokensOf('.a { color: red } .a::before { content: "x"; border-color: var(--_bg) }')).toEqual([
      '::before border-color: --baton-bg',
    ]);
  });
});
