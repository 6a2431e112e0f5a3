import { isElement, isHtmlElement, isKeyEvent, isMouseEvent, isRoot, isShadowRoot, watchMoves } from './index';

function openFrame(): Window & typeof globalThis {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const view = frame.contentDocument?.defaultView;
  if (!view) throw new Error('The frame has no document.');
  return view;
}

afterEach(() => document.body.replaceChildren());

test('nodes and events of another document are told apart as our own are', () => {
  const other = openFrame();
  const div = other.document.createElement('div');
  const circle = other.document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  expect(div).not.toBeInstanceOf(HTMLElement);

  expect([div, circle, other.document, null, 'div'].map(isElement)).toEqual([true, true, false, false, false]);
  expect([div, circle].map(isHtmlElement)).toEqual([true, false]);
  const shadow = div.attachShadow({ mode: 'open' });
  const fragment = other.document.createDocumentFragment();
  expect([other.document, shadow, div, fragment].map(isRoot)).toEqual([true, true, false, false]);
  expect([other.document, shadow, fragment].map(isShadowRoot)).toEqual([false, true, false]);

  const events = [new other.KeyboardEvent('keydown'), new other.MouseEvent('click'), new other.Event('keydown')];
  expect(events.map(isKeyEvent)).toEqual([true, false, false]);
  expect(events.map(isMouseEvent)).toEqual([false, true, false]);
});

test('what stands in a shadow root hears of each document it comes to, until it stops', () => {
  const host = document.body.appendChild(document.createElement('div'));
  const pages: Document[] = [];
  const onPlaced = jest.fn();
  const stop = watchMoves(host.attachShadow({ mode: 'open' }), () => pages.push(host.ownerDocument), onPlaced);
  onPlaced.mockClear();
  const there = openFrame().document;
  there.body.append(host);
  document.body.append(host);
  document.body.prepend(host);
  expect(pages).toEqual([there, document]);
  expect(onPlaced).toHaveBeenCalledTimes(3);
  stop();
  there.body.append(host);
  expect(pages).toHaveLength(2);
  expect(host.shadowRoot?.childNodes).toHaveLength(0);
});
