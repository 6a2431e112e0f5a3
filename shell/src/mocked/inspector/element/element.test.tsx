import { contrastOf } from './contrast';
import { describe as tell } from './describe';
import { nameOf, roleOf } from './role';

afterEach(() => document.body.replaceChildren());

function element(html: string): Element {
  document.body.innerHTML = html;
  const found = document.querySelector('[data-test]');
  if (found === null) throw new Error('no element with data-test');
  return found;
}

test('an element is told with part, role, name, description, states and module', () => {
  const told = tell(
    element(`<div data-baton-module="sms-window"><p id="why">No one is there</p>
      <button data-test class="b-button" part="button transfer" aria-describedby="why" aria-expanded="false" aria-disabled="true">
        <svg aria-hidden="true"></svg> Transfer</button></div>`),
  );
  expect(told).toMatchObject({
    tag: 'button.b-button',
    parts: ['button', 'transfer'],
    role: 'button',
    name: 'Transfer',
    description: 'No one is there',
    states: ['expanded: false', 'disabled'],
    module: 'sms-window',
    isTarget: true,
  });
});

test.each([
  ['<section data-test aria-label="Banners"></section>', 'region'],
  ['<section data-test></section>', undefined],
  ['<header data-test></header>', 'banner'],
  ['<article><header data-test></header></article>', undefined],
  ['<p data-test></p>', 'paragraph'],
  ['<li data-test></li>', undefined],
  ['<ul role="list"><li data-test></li></ul>', 'listitem'],
  ['<div data-test role="none"></div>', undefined],
  ['<img data-test alt="">', undefined],
  ['<input data-test type="search">', 'searchbox'],
])('%s has the role %s', (html, role) => {
  expect(roleOf(element(html))).toBe(role);
});

test.each([
  [
    '<div data-test role="gridcell">Bianca <i hidden>x</i><button aria-label="Favourite Bianca"></button></div>',
    'Bianca Favourite Bianca',
  ],
  ['<h3 data-test><span>From </span><b>Ana</b><p>Ruiz</p></h3>', 'From Ana Ruiz'],
  [
    '<i id="a">SMS</i><b id="b" hidden>window</b><section data-test aria-labelledby="b a none"></section>',
    'window SMS',
  ],
  ['<label>Note <input data-test></label>', 'Note'],
  ['<p data-test>text</p>', ''],
])('the name of %s is “%s”', (html, name) => {
  expect(nameOf(element(html))).toBe(name);
});

test('contrast counts what is half transparent, and large text', () => {
  const small =
    '<div style="background-color: rgb(255, 255, 255)"><p data-test style="color: rgb(118, 118, 118)">x</p></div>';
  expect(contrastOf(element(small))).toMatchObject({ asked: 4.5, text: '#767676', ground: '#ffffff' });
  expect(contrastOf(element(small))?.ratio).toBeCloseTo(4.54, 2);
  const faint =
    '<div style="background-color: rgb(0, 0, 0)"><p data-test style="color: rgb(255, 255, 255); opacity: 0.5; font-size: 24px">x</p></div>';
  expect(contrastOf(element(faint))).toMatchObject({ asked: 3, text: '#808080', ground: '#000000' });
});

test.each([
  ['without text of its own', '<div data-test><p>x</p></div>'],
  ['on a picture', '<div style="background-image: url(x.png)"><p data-test>x</p></div>'],
])('contrast is not told %s', (_title, html) => {
  expect(contrastOf(element(html))).toBeUndefined();
});
