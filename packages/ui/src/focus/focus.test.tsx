import { act, fireEvent } from '@testing-library/react';
import { createManualClock } from '@baton/contracts/testing';
import fc from 'fast-check';
import { keepFocus, focusedElement, restAt, watchInput } from './index';

const clock = createManualClock();
let stop: (() => void) | undefined;
afterEach(() => {
  stop?.();
  stop = undefined;
  document.body.replaceChildren();
});

/** Puts up a page and keeps focus in its first element. */
function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  const area = get('*');
  stop = keepFocus(area, clock);
  return area;
}

function get(selector: string, root: ParentNode = document.body): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`There is no ${selector}.`);
  return element;
}

const observed = () => act(async () => undefined);

describe('what has focus is taken away', () => {
  test('focus rests at the heading of the nearest place around it', async () => {
    page(
      '<main tabindex="-1"><section tabindex="-1"><h2 tabindex="-1">Sam</h2><p><textarea></textarea></p></section></main>',
    );
    get('textarea').focus();
    get('p').remove();
    await observed();
    expect(focusedElement(document)).toBe(get('h2'));
  });

  test.each(['hidden', 'inert', 'disabled'])('or is made %s', async (attribute) => {
    page('<main tabindex="-1"><button>Close</button></main>');
    get('button').focus();
    get('button').setAttribute(attribute, '');
    await observed();
    expect(focusedElement(document)).toBe(get('main'));
  });

  test('a place that has gone with it is left out', async () => {
    page(
      '<main tabindex="-1"><section tabindex="-1"><h2 tabindex="-1">Sam</h2><button>Close</button></section></main>',
    );
    get('button').focus();
    get('section').remove();
    await observed();
    expect(focusedElement(document)).toBe(get('main'));
  });

  test('the heading of another place inside is left alone', async () => {
    page(
      '<main tabindex="-1"><nav tabindex="-1"><h2 tabindex="-1">Interactions</h2></nav><p><button>Close</button></p></main>',
    );
    get('button').focus();
    get('p').remove();
    await observed();
    expect(focusedElement(document)).toBe(get('main'));
  });

  test('out of a shadow root focus rests at what stands around its host', async () => {
    const area = page('<main tabindex="-1"><div></div></main>');
    const shadow = get('div', area).attachShadow({ mode: 'open' });
    shadow.innerHTML = '<form><textarea></textarea></form>';
    const stopInside = keepFocus(get('form', shadow), clock);
    get('textarea', shadow).focus();
    get('textarea', shadow).remove();
    await observed();
    expect(focusedElement(document)).toBe(area);
    stopInside();
  });

  test('focus that has moved on stays where it is', async () => {
    page('<main tabindex="-1"><button>Close</button><input /></main>');
    get('button').focus();
    get('input').focus();
    get('button').remove();
    await observed();
    expect(focusedElement(document)).toBe(get('input'));
  });

  test('focus that the agent has taken nowhere stays there', async () => {
    page('<main tabindex="-1"><button>Close</button></main>');
    get('button').focus();
    get('button').blur();
    await observed();
    get('button').remove();
    await observed();
    expect(focusedElement(document)).toBeNull();
  });
});

test('whatever is taken away from a drawn page, focus rests on nothing that a key presses or writes into', async () => {
  const controls = [
    'button',
    'input',
    'textarea',
    'a href="#"',
    'div role="row" tabindex="0"',
    'li role="option" tabindex="-1"',
  ];
  const places = ['section tabindex="-1"', 'div', 'ul tabindex="0"', 'h2 tabindex="-1"'];
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(...controls).map((tag) => `<${tag} data-control></${tag.split(' ')[0]}>`),
      fc
        .tuple(fc.constantFrom(...places), fc.array(tie('node'), { maxLength: 4 }))
        .map(([tag, within]) => `<${tag}>${within.join('')}</${tag.split(' ')[0]}>`),
    ),
  })).node;
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), async (nodes, from, depth) => {
      page(`<main tabindex="-1">${nodes.join('')}</main>`);
      const focusable = [...document.querySelectorAll<HTMLElement>('[data-control]')];
      const focused = focusable[from % Math.max(focusable.length, 1)];
      if (focused === undefined) return;
      focused.focus();
      let gone = focused;
      for (let step = depth % 4; step > 0 && gone.parentElement?.matches('main *'); step -= 1)
        gone = gone.parentElement;
      gone.remove();
      await Promise.resolve();
      const now = focusedElement(document);
      expect(now).not.toBeNull();
      expect(now).not.toHaveAttribute('data-control');
      expect(now?.isConnected).toBe(true);
      stop?.();
    }),
    { numRuns: 1000 },
  );
});

test('no place that takes focus: nothing is moved', () => {
  document.body.innerHTML = '<button>Close</button><div></div>';
  expect(restAt([get('button'), get('div')])).toBe(false);
  expect(focusedElement(document)).toBeNull();
});

describe('input of the agent', () => {
  const keyDown = (init: KeyboardEventInit) => fireEvent.keyDown(document.body, init);

  test.each([
    { name: 'a key', deed: () => keyDown({ key: 'a' }) },
    { name: 'a press of the pointer', deed: () => fireEvent.mouseDown(document.body) },
  ])('$name is one', ({ deed }) => {
    const input = watchInput(document);
    expect(input.none()).toBe(true);
    deed();
    expect(input.none()).toBe(false);
    input.stop();
  });

  test('a modifier, a repeat and what belongs to the press itself are none', () => {
    page('<main><article><button>Accept</button></article></main>');
    const input = watchInput(document, get('article'));
    keyDown({ key: 'Shift' });
    keyDown({ key: 'Enter', repeat: true });
    fireEvent.mouseDown(get('button'));
    fireEvent.mouseDown(document.body, { detail: 2 });
    expect(input.none()).toBe(true);
    input.stop();
    keyDown({ key: 'a' });
    expect(input.none()).toBe(true);
  });
});

describe('the second press of a double click', () => {
  function press(element: Element, detail: number): boolean {
    const goesOn = fireEvent.mouseDown(element, { detail });
    fireEvent.mouseUp(element, { detail });
    return fireEvent.click(element, { detail }) && goesOn;
  }

  test('does nothing where something else stands now', () => {
    page('<main tabindex="-1"><button>Accept</button><a href="#end">End</a></main>');
    const onClick = jest.fn();
    get('a').addEventListener('click', onClick);
    press(get('button'), 1);
    get('button').remove();
    expect(press(get('a'), 2)).toBe(false);
    expect(press(get('main'), 3)).toBe(false);
    expect(onClick).not.toHaveBeenCalled();
  });

  test('counts on what is still there, and the next press counts anywhere', () => {
    page('<main tabindex="-1"><button>Accept</button><p>Hello there</p></main>');
    press(get('p'), 1);
    expect(press(get('p'), 2)).toBe(true);
    press(get('button'), 1);
    get('button').remove();
    expect(press(get('p'), 1)).toBe(true);
  });

  test('does nothing where what it hit is covered', () => {
    page('<main tabindex="-1"><button>End</button><dialog open>End this conversation?</dialog></main>');
    press(get('button'), 1);
    expect(press(get('dialog'), 2)).toBe(false);
  });

  test('does nothing where there was nothing of ours yet', () => {
    page('<main tabindex="-1"><button>End</button></main>');
    expect(press(get('button'), 2)).toBe(false);
  });

  test('on a page around is its own business', () => {
    page('<main tabindex="-1"><button>Accept</button></main>');
    document.body.insertAdjacentHTML('beforeend', '<aside>Host</aside>');
    press(get('button'), 1);
    expect(press(get('aside'), 2)).toBe(true);
  });

  test('also when the first one hit the inside of a module', () => {
    const area = page('<main tabindex="-1"><div></div><button>End</button></main>');
    const shadow = get('div', area).attachShadow({ mode: 'open' });
    shadow.innerHTML = '<p><button>Accept</button></p>';
    const inside = shadow.querySelector('button');
    if (inside === null) throw new Error('There is no button.');
    fireEvent.mouseDown(inside, { detail: 1, composed: true });
    shadow.replaceChildren();
    expect(press(get('button'), 2)).toBe(false);
  });
});

describe('a press under a pointer at rest', () => {
  const spot = { clientX: 50, clientY: 50 };
  let standing: Element | null = null;
  beforeEach(() => {
    standing = null;
    Object.assign(document, { elementFromPoint: () => standing });
  });
  afterEach(() => Reflect.deleteProperty(document, 'elementFromPoint'));

  /** Two buttons, of which the pointer has gone to the first one. */
  function twoButtons(): [HTMLElement, HTMLElement] {
    page('<main tabindex="-1"><button>Send to Sam</button><button>Send to Dana</button></main>');
    const [one, other] = document.querySelectorAll('button');
    if (!one || !other) throw new Error('There are no buttons.');
    standing = one;
    fireEvent.mouseMove(one, spot);
    return [one, other];
  }

  function press(element: Element, place = spot): boolean {
    standing = element;
    const goesOn = fireEvent.mouseDown(element, { detail: 1, ...place });
    return fireEvent.click(element, { detail: 1, ...place }) && goesOn;
  }

  test('counts on what the pointer has gone to', () => {
    const [one] = twoButtons();
    expect(press(one)).toBe(true);
  });

  test('does not count on what has just come there, and does half a second later', () => {
    const [, other] = twoButtons();
    expect(press(other)).toBe(false);
    clock.advance(499);
    expect(press(other)).toBe(false);
    clock.advance(1);
    expect(press(other)).toBe(true);
  });

  test('what came is noticed when it comes, not when it is pressed', () => {
    const [, other] = twoButtons();
    standing = other;
    clock.advance(600);
    expect(press(other)).toBe(true);
  });

  test('does not count on what has come where there was nothing', () => {
    const [one] = twoButtons();
    standing = null;
    clock.advance(1000);
    expect(press(one)).toBe(false);
  });

  test('counts at once where the pointer has gone by itself, however things move', () => {
    const [, other] = twoButtons();
    standing = other;
    clock.advance(100);
    fireEvent.mouseMove(other, { clientX: 60, clientY: 50 });
    expect(press(other, { clientX: 60, clientY: 50 })).toBe(true);
  });

  test('counts on what was scrolled there by hand', () => {
    const [one, other] = twoButtons();
    fireEvent.wheel(one);
    expect(press(other)).toBe(true);
  });

  test('without a pointer counts always', () => {
    const [, other] = twoButtons();
    standing = other;
    expect(fireEvent.click(other, { detail: 0 })).toBe(true);
  });

  test('nothing is looked at once the pointer has left', () => {
    twoButtons();
    fireEvent.mouseLeave(get('main'));
    expect(clock.pending()).toBe(0);
  });
});
