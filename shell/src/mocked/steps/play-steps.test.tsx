import type { Step } from '@baton/mocks/browser';
import { isHtmlElement } from '@baton/ui';
import { playSteps } from './play-steps';

// jsdom lays nothing out.
beforeAll(() => {
  HTMLElement.prototype.checkVisibility = function checkVisibility(this: HTMLElement) {
    return !this.hidden;
  };
});

afterEach(() => document.body.replaceChildren());

/** A module's place in the page, whose shadow root holds this HTML. */
function module(name: string, html: string): ShadowRoot {
  const place = document.createElement('div');
  place.dataset['batonModule'] = name;
  document.body.append(place);
  const root = place.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  return root;
}

function play(...steps: Step[]) {
  return playWhile(() => undefined, ...steps);
}

function playWhile(onMove: (count: number) => void, ...steps: Step[]) {
  let timeIsUp = () => undefined as void;
  const clock = {
    now: () => 0,
    setTimeout(callback: () => void, ms: number) {
      if (ms === 10_000) timeIsUp = callback;
      else queueMicrotask(callback);
      return () => undefined;
    },
  };
  const told: string[] = [];
  const time = {
    moveTo: async (ms: number) => void told.push(`until ${ms}`),
    async moveBy(ms: number) {
      told.push(`by ${ms}`);
      onMove(told.length);
    },
  };
  const done = playSteps({ state: 'example', steps, page: document, time, clock });
  return { done, told, waitInVain: () => timeIsUp() };
}

test('presses the part of the module that is named, not one of that name elsewhere', async () => {
  const pressed: string[] = [];
  for (const name of ['team-communicator', 'sms-window'] as const)
    module(name, '<button part="button transfer">Transfer</button>').addEventListener('click', () =>
      pressed.push(name),
    );
  await play({ press: 'sms-window transfer' }).done;
  expect(pressed).toEqual(['sms-window']);
});

test('presses nothing for what is on the page without it', async () => {
  let pressed = 0;
  const root = module('sms-window', '<button part="details-open">Details</button>');
  root.addEventListener('click', () => (pressed += 1));
  await play({ press: 'sms-window details-open', unless: 'sms-window details' }).done;
  expect(pressed).toBe(1);
  module('sms-window', '<div part="details">Gold</div>');
  await play({ press: 'sms-window details-open', unless: 'sms-window details' }).done;
  expect(pressed).toBe(1);
});

test('chooses among several, inside of another part, by what can be seen', async () => {
  const root = module(
    'team-communicator',
    '<i part="actions">no row</i><div part="row"><b part="actions" hidden>1</b><b part="actions">2</b><b part="actions" tabindex="0">3</b></div>',
  );
  await play({ focus: 'team-communicator row actions', at: -1 }).done;
  expect(root.activeElement?.textContent).toBe('3');
});

test('takes what host-kit shows in place of a module for a part of the shell', async () => {
  const desktop = document.createElement('div');
  desktop.id = 'baton';
  const place = document.createElement('div');
  desktop.append(place);
  document.body.append(desktop);
  place.attachShadow({ mode: 'open' }).innerHTML = '<section part="failure">SMS window stopped working</section>';
  module('sms-window', '<p part="failure">of the module</p>');
  await play({ see: 'shell failure' }).done;
});

test('waits for a part that comes later, and for one that cannot be pressed yet', async () => {
  const root = module('sms-window', '<p>Loading</p>');
  const { done } = play({ press: 'sms-window send' });
  const button = document.createElement('button');
  button.setAttribute('part', 'send');
  button.setAttribute('aria-disabled', 'true');
  let pressed = 0;
  button.addEventListener('click', () => (pressed += 1));
  root.append(button);
  await Promise.resolve();
  expect(pressed).toBe(0);
  button.removeAttribute('aria-disabled');
  await done;
  expect(pressed).toBe(1);
});

test('in a narrow window presses what is there instead', async () => {
  const root = module('team-communicator', '<button part="menu">Type</button>');
  const pressed: string[] = [];
  root.addEventListener('click', ({ target }) => {
    if (!isHtmlElement(target)) throw new Error('Something else was pressed.');
    const { textContent } = target;
    pressed.push(textContent ?? '');
    if (textContent === 'Type') target.insertAdjacentHTML('afterend', '<button part="item">Queue</button>');
  });
  const narrow = [{ press: 'team-communicator menu' }, { press: 'team-communicator item' }] as const;
  await play({ press: 'team-communicator chip', narrow }).done;
  expect(pressed).toEqual(['Type', 'Queue']);
});

test('writes as an agent does: the field and its listeners have the text', async () => {
  const field = module('sms-window', '<textarea part="input">Hello</textarea>').querySelector('textarea');
  const heard: (string | undefined)[] = [];
  field?.addEventListener('input', () => heard.push(field.value));
  await play({ write: 'sms-window input', text: ', Sam' }).done;
  expect(heard).toEqual(['Hello, Sam']);
});

test('gives a key to what has the focus inside of a shadow root', async () => {
  const root = module('team-communicator', '<input part="search-input" />');
  const keys: string[] = [];
  root.addEventListener('keydown', (event) => keys.push(event instanceof KeyboardEvent ? event.key : ''));
  await play({ focus: 'team-communicator search-input' }, { key: 'ArrowDown' }).done;
  expect(keys).toEqual(['ArrowDown']);
});

test('moves time, and lets it go on in small moves until a part is there, and no further', async () => {
  const onMove = (count: number) => {
    if (count === 3) module('sms-window', '<p part="banner">Declined</p>');
  };
  const { done, told } = playWhile(onMove, { until: 7000 }, { runUntil: 'sms-window banner' });
  await done;
  expect(told).toEqual(['until 7000', 'by 500', 'by 500']);
});

test('a part that does not come within ten seconds is named, with step and state, and time stands still again', async () => {
  const onMove = (count: number) => {
    if (count === 40) waitInVain();
  };
  const { done, told, waitInVain } = playWhile(onMove, { runUntil: 'shell banner' }, { press: 'shell nothing' });
  await expect(done).rejects.toThrow('Step 1 of the state "example" found no "shell banner" on the page within 10 s.');
  expect(told).toHaveLength(40);
});
