import { announcementsIn } from './announcements';
import { focusOrder } from './focus-order';
import { createSwapWatch, readShift } from './movement';
import { targetProblems } from './targets';
import { watchPage } from './watch-page';
import { labelOf } from '../element/describe';

afterEach(() => document.body.replaceChildren());

/** A shadow root at the end of `place`. */
function shadowIn(place: Element, html: string, options: Partial<ShadowRootInit> = {}) {
  const shadow = place.attachShadow({ mode: 'open', ...options });
  shadow.innerHTML = html;
  return shadow;
}

const byId = (id: string) => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no element ${id}`);
  return element;
};

describe('focus order', () => {
  const order = () => focusOrder(document).map(({ id }) => id);

  test('follows shadow roots and slots, and leaves out what cannot be reached', () => {
    document.body.innerHTML = `
      <button id="b"></button><input id="a" tabindex="2"><div id="host"><button id="slotted"></button></div>
      <div id="off" tabindex="-1"></div><button disabled></button><div inert><button></button></div>
      <div style="display: none"><button></button></div><a id="link" href="#"></a>
      <input type="radio" name="r" id="r1"><input type="radio" name="r" id="r2" checked>
      <div id="baton-inspector"><button></button></div>`;
    shadowIn(byId('host'), '<button id="late"></button><slot></slot><button id="first" tabindex="1"></button>');
    expect(order()).toEqual(['a', 'b', 'first', 'late', 'slotted', 'link', 'r2']);
  });

  test('passes over a shadow root whose host is out of the order', () => {
    document.body.innerHTML = '<div id="out" tabindex="-1"></div><div id="in" tabindex="0"></div>';
    shadowIn(byId('out'), '<button id="never"></button>');
    shadowIn(byId('in'), '<button id="inside"></button>');
    expect(order()).toEqual(['in', 'inside']);
  });

  test('goes into frames', () => {
    document.body.innerHTML = '<button id="before"></button><iframe id="frame"></iframe>';
    const frame = document.querySelector('iframe');
    if (frame?.contentDocument) frame.contentDocument.body.innerHTML = '<button id="framed"></button>';
    expect(order()).toEqual(['before', 'framed']);
  });

  test('stays in a modal dialog', () => {
    document.body.innerHTML = '<button></button><dialog open id="dialog"><button id="yes"></button></dialog>';
    const dialog = byId('dialog');
    const matches = dialog.matches.bind(dialog);
    jest.spyOn(dialog, 'matches').mockImplementation((selector) => selector === 'dialog:modal' || matches(selector));
    expect(order()).toEqual(['yes']);
  });
});

describe('target sizes', () => {
  /** Buttons named by their boxes: `[x, y, width, height]`. */
  function faultsOf(boxes: Record<string, readonly [number, number, number, number]>, hits = () => false) {
    for (const [name, [x, y, width, height]] of Object.entries(boxes)) {
      const button = document.body.appendChild(document.createElement('button'));
      button.textContent = name;
      button.getBoundingClientRect = () => new DOMRect(x, y, width, height);
    }
    return targetProblems(document, hits).map(({ element, fault }) => `${element.textContent}: ${fault}`);
  }

  test('a small target fails when another is near, and may be small alone', () => {
    expect(
      faultsOf({
        alone: [500, 500, 20, 20],
        left: [0, 0, 20, 20],
        right: [21, 0, 60, 60],
        above: [200, 0, 30, 20],
        below: [200, 23, 30, 20],
        large: [300, 300, 44, 44],
        middling: [400, 300, 24, 60],
      }),
    ).toEqual(['left: tooSmall', 'above: tooSmall', 'below: tooSmall', 'alone: spaced', 'middling: small']);
  });

  test('a small box that takes presses around it is large enough', () => {
    expect(faultsOf({ one: [0, 0, 20, 20], two: [22, 0, 60, 60] }, () => true)).toEqual(['one: small']);
  });

  test('a link in a sentence may be as small as its line', () => {
    document.body.innerHTML = '<p>Read <a href="#" style="display: inline">the rest</a> here</p>';
    const link = document.querySelector('a');
    if (link) link.getBoundingClientRect = () => new DOMRect(0, 0, 60, 18);
    expect(targetProblems(document, () => false).map(({ fault }) => fault)).toEqual(['inline']);
  });
});

describe('announcements', () => {
  /** What is said of the changes that `change` makes. */
  async function saidOf(html: string, change: () => void) {
    document.body.innerHTML = html;
    const said: string[] = [];
    const watch = watchPage(document, (records) => {
      for (const { text, politeness, cameWithText } of announcementsIn(records))
        said.push(`${politeness}${cameWithText ? ' too early' : ''}: ${text}`);
    });
    change();
    await Promise.resolve();
    watch.stop();
    return said;
  }

  test('a region that is atomic is said as a whole, a log what is new', async () => {
    const html = '<div role="status">Waiting <b id="s">8</b></div><ul role="log"><li>one</li></ul><p id="x"></p>';
    const change = () => {
      byId('s').textContent = '7';
      document.querySelector('ul')?.insertAdjacentHTML('beforeend', '<li>two <i aria-hidden="true">!</i></li>');
      byId('x').textContent = 'silent';
    };
    expect(await saidOf(html, change)).toEqual(['polite: Waiting 7', 'polite: two']);
  });

  test('what is switched off, hidden, busy or emptied is not said', async () => {
    const html = `<div role="alert" aria-live="off" id="off"></div><div aria-hidden="true"><div role="alert" id="hidden"></div></div>
      <div role="log" aria-busy="true" id="busy"></div><div role="status" id="full">text</div>
      <div role="log"><p aria-live="off" id="row"></p></div>`;
    const change = () => {
      for (const id of ['off', 'hidden', 'busy', 'row']) byId(id).textContent = 'text';
      byId('full').textContent = '';
    };
    expect(await saidOf(html, change)).toEqual([]);
  });

  test('a region that comes with its text is said when it is an alert only', async () => {
    const change = () => {
      byId('x').innerHTML = '<p role="status">Opening</p><p role="alert">Failed</p>';
    };
    expect(await saidOf('<div id="x"></div>', change)).toEqual(['polite too early: Opening', 'assertive: Failed']);
  });

  test('shadow roots count that come later, until watching stops', async () => {
    const real = window.Element.prototype.attachShadow;
    const change = () => shadowIn(byId('host'), '<p aria-live="assertive"></p>');
    const later = await saidOf('<div id="host"></div>', () => {
      const region = change().querySelector('p');
      // The region is there before it speaks.
      queueMicrotask(() => region?.append('Declined'));
    });
    await Promise.resolve();
    expect(window.Element.prototype.attachShadow).toBe(real);
    expect(later).toEqual([]);
  });
});

describe('movement', () => {
  test('a press within half a second after something else came under the pointer is told', () => {
    document.body.innerHTML = '<button id="one"><i id="icon"></i></button><button id="two"></button>';
    const watch = createSwapWatch();
    watch.point(byId('one'));
    watch.change(byId('icon'), 1000);
    expect(watch.press(1100)).toBeUndefined();
    watch.change(byId('two'), 1200);
    expect(watch.press(1701)).toBeUndefined();
    expect(watch.press(1700)).toEqual({ before: byId('one'), after: byId('two'), msBeforePress: 500 });
    watch.point(byId('two'));
    expect(watch.press(1700)).toBeUndefined();
  });

  test('a layout shift is told with what moved and how far', () => {
    document.body.innerHTML = '<button id="one">Send</button>';
    const source = { node: byId('one'), previousRect: new DOMRect(0, 0, 9, 9), currentRect: new DOMRect(3, 4, 9, 9) };
    const entry: PerformanceEntry = Object.assign(
      { name: '', entryType: 'layout-shift', startTime: 0, duration: 0, toJSON: () => ({}) },
      { hadRecentInput: true, sources: [source, 'nonsense'] },
    );
    const shift = readShift(entry, document);
    expect(shift?.afterInput).toBe(true);
    expect(shift?.moved.map(({ element, px }) => [element && labelOf(element), px])).toEqual([['button “Send”', 5]]);
  });
});
