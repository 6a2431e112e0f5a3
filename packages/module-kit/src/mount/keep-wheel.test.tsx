import { keepWheel } from './keep-wheel';

/** A module with a list of 1000 px in a place of 400, and a page that listens. */
function setUp(style = 'overflow-y: auto') {
  const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const root = shadow.appendChild(document.createElement('div'));
  const list = root.appendChild(document.createElement('ul'));
  list.style.cssText = style;
  Object.defineProperties(list, { scrollHeight: { value: 1000 }, clientHeight: { value: 400 } });
  keepWheel(root);
  const heard = jest.fn();
  document.addEventListener('wheel', heard, { once: true });
  document.addEventListener('touchmove', heard, { once: true });
  const item = list.appendChild(document.createElement('li'));
  const send = (event: Event) => {
    heard.mockClear();
    item.dispatchEvent(event);
    return heard.mock.calls.length > 0;
  };
  const turn = (deltaY: number) => send(new WheelEvent('wheel', { deltaY, bubbles: true, composed: true }));
  return { list, turn, move: () => send(new Event('touchmove', { bubbles: true, composed: true })) };
}

afterEach(() => document.body.replaceChildren());

test('the page gets no wheel and touch events that scroll in the module', () => {
  const { turn, move } = setUp();
  expect([turn(100), move()]).toEqual([false, false]);
});

test.each([
  ['at its beginning', 'overflow-y: auto', 0, -100],
  ['at its end', 'overflow-y: auto', 600, 100],
  ['at its end, laid out from there', 'overflow-y: auto; display: flex; flex-direction: column-reverse', 0, 100],
  ['where it is cut off', 'overflow-y: hidden', 100, 100],
])('%s the page gets the wheel event', (_, style, top, by) => {
  const { list, turn } = setUp(style);
  list.scrollTop = top;
  expect(turn(by)).toBe(true);
});

test('an element with column-reverse scrolls up from its end', () => {
  expect(setUp('overflow-y: auto; display: flex; flex-direction: column-reverse').turn(-100)).toBe(false);
});
