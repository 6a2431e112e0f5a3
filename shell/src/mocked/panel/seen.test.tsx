import { whatIsSeen } from './seen';

afterEach(() => document.body.replaceChildren());

test('finds what has a name, inside of shadow roots, without the panel and what has no name', () => {
  document.body.innerHTML = `
    <section aria-label="Sam  Carter"><div id="module"></div></section>
    <article></article>
    <div id="panel" role="group" aria-label="Panel"></div>`;
  const shadow = find('#module').attachShadow({ mode: 'open' });
  shadow.innerHTML = `
    <div role="group" aria-labelledby="title"><p id="title"><span>Problem: </span>Bianca declined</p></div>
    <article aria-label="SMS transfer"></article>`;
  expect(whatIsSeen(document, find('#panel'))).toEqual([
    {
      seen: [
        { role: 'region', name: 'Sam Carter' },
        { role: 'group', name: 'Problem: Bianca declined' },
        { role: 'article', name: 'SMS transfer' },
      ],
    },
  ]);
});

test('looks into the frames that desktops stand in', () => {
  const frame = document.createElement('iframe');
  frame.title = 'Desktop of ana';
  document.body.append(frame);
  frame.contentDocument?.body.insertAdjacentHTML('beforeend', '<section aria-label="Sam"></section>');
  expect(whatIsSeen(document, document.createElement('div'))).toEqual([
    { frame: 'Desktop of ana', seen: [{ role: 'region', name: 'Sam' }] },
  ]);
});

function find(selector: string): Element {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`There is no ${selector}`);
  return element;
}
