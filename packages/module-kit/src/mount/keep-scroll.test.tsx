import { keepScroll } from './keep-scroll';

/** A module's root with a scrollable element. */
function setUp() {
  const root = document.body.appendChild(document.createElement('div'));
  const list = root.appendChild(document.createElement('ul'));
  const scrollBack = keepScroll(root);
  const scroll = (top: number) => {
    list.scrollTop = top;
    list.dispatchEvent(new Event('scroll'));
  };
  return { root, list, scroll, scrollBack };
}

afterEach(() => document.body.replaceChildren());

test('scroll positions are restored after the browser has reset them', () => {
  const { root, list, scroll, scrollBack } = setUp();
  scroll(300);
  root.remove();
  scroll(0);
  document.body.append(root);
  scrollBack();
  expect(list.scrollTop).toBe(300);
});

test('elements that have left the module are not scrolled', () => {
  const { list, scroll, scrollBack } = setUp();
  scroll(300);
  document.body.append(list);
  list.scrollTop = 0;
  scrollBack();
  expect(list.scrollTop).toBe(0);
});
