import { screen, waitFor } from '@testing-library/dom';
import { shadowText } from '../testing/shadow';
import { testContext } from '../testing/test-context';
import { settled } from '../testing/settled';
import { createModuleLoader } from './module-loader';
import { openOutlet } from './outlet';
import type { OutletOptions } from './outlet';
import type { ModuleProps, TelemetryEvent } from '@baton/contracts';
import { createHostTexts } from '../texts';

type Props = ModuleProps & { domElement: HTMLElement };

function moduleThatSays(text: string, onMount: (props: Props) => void = () => undefined) {
  return {
    bootstrap: () => Promise.resolve(),
    async mount(props: Props) {
      props.domElement.textContent = text;
      onMount(props);
    },
    async unmount(props: Props) {
      props.domElement.textContent = '';
    },
  };
}

function setUp(
  load: () => Promise<unknown>,
  { build = () => 'b1', ...options }: Pick<OutletOptions, 'room' | 'override'> & { build?: () => string } = {},
) {
  const context = testContext();
  const measured: TelemetryEvent[] = [];
  context.adapters.telemetry = { emit: (event) => void measured.push(event) };
  const element = document.body.appendChild(document.createElement('div'));
  const onError = jest.fn();
  const phases: string[] = [];
  const outlet = openOutlet({
    element,
    module: 'sms-window',
    label: 'SMS window',
    context,
    loader: createModuleLoader({ load: async () => ({ exposed: await load(), version: '0.1.0', build: build() }) }),
    onLifecycle: ({ phase }) => void phases.push(phase),
    texts: createHostTexts('en-GB', context.clock),
    onError,
    ...options,
  });
  return { element, outlet, onError, context, phases, measured };
}

afterEach(() => document.body.replaceChildren());

test('a module stands in its outlet, and leaves it empty', async () => {
  const { element, outlet } = setUp(() => Promise.resolve(moduleThatSays('here')));
  await outlet.ready();
  expect(element).toHaveTextContent('here');
  expect(outlet.getState()).toEqual({ state: 'mounted' });
  await outlet.unmount();
  expect(element).toBeEmptyDOMElement();
  expect(element.getAttributeNames()).toEqual([]);
});

test('a module that crashes at once has not stood', async () => {
  const crash = new Error('first commit');
  const { outlet } = setUp(() => Promise.resolve(moduleThatSays('', ({ onCrash }) => onCrash?.(crash))));
  await expect(outlet.ready()).rejects.toBe(crash);
  expect(outlet.getState()).toMatchObject({ state: 'failed', cause: crash });
});

test('SW-12 when a module crashes its place keeps the focus, and it is said', async () => {
  let crash: ModuleProps['onCrash'];
  const { element, outlet, context } = setUp(() =>
    Promise.resolve(
      moduleThatSays('', ({ domElement, onCrash }) => {
        domElement.append(document.createElement('button'));
        crash = onCrash;
      }),
    ),
  );
  await outlet.ready();
  element.querySelector('button')?.focus();
  crash?.(new Error('broken'));
  await settled();
  expect(element).toHaveFocus();
  expect(context.announced).toEqual(['SMS window stopped working']);
});

test('a module that crashes elsewhere leaves the focus where it is', async () => {
  let crash: ModuleProps['onCrash'];
  const elsewhere = document.body.appendChild(document.createElement('button'));
  const { outlet } = setUp(() => Promise.resolve(moduleThatSays('', ({ onCrash }) => (crash = onCrash))));
  await outlet.ready();
  elsewhere.focus();
  crash?.(new Error('broken'));
  await settled();
  expect(elsewhere).toHaveFocus();
});

test('a skeleton shows only when loading takes longer than a moment, and is said after a second', async () => {
  const { element, context } = setUp(() => new Promise(() => undefined));
  expect(element).toHaveAttribute('aria-busy', 'true');
  expect(element).toBeEmptyDOMElement();
  context.clock.advance(150);
  expect(element).not.toBeEmptyDOMElement();
  expect(context.announced).toEqual([]);
  context.clock.advance(850);
  expect(context.announced).toEqual(['Loading SMS window']);
});

test('a skeleton that is seen stays for 300 ms, so that it never flashes', async () => {
  let arrive: (lifecycles: unknown) => void = () => undefined;
  const { element, outlet, context } = setUp(() => new Promise((resolve) => (arrive = resolve)));
  context.clock.advance(160);
  arrive(moduleThatSays('here'));
  await settled();
  context.clock.advance(289);
  await settled();
  expect(element).not.toHaveTextContent('here');
  context.clock.advance(1);
  await outlet.ready();
  expect(element).toHaveTextContent('here');
  expect(element.children).toHaveLength(1);
});

test('a place that is given up while its skeleton is seen is left empty', async () => {
  let arrive: (lifecycles: unknown) => void = () => undefined;
  const { element, outlet, context } = setUp(() => new Promise((resolve) => (arrive = resolve)));
  context.clock.advance(160);
  arrive(moduleThatSays('here'));
  await settled();
  await outlet.unmount();
  await outlet.ready();
  expect(element).toBeEmptyDOMElement();
  expect(context.clock.pending()).toBe(0);
});

test('a change of view waits until the module stands', async () => {
  let stand: () => void = () => undefined;
  const update = jest.fn(() => Promise.resolve());
  const slow = { ...moduleThatSays('here'), mount: () => new Promise<void>((resolve) => (stand = resolve)), update };
  const { outlet } = setUp(() => Promise.resolve(slow));
  await settled();
  const updated = outlet.update({ view: 'history' });
  await settled();
  expect(update).not.toHaveBeenCalled();
  stand();
  await updated;
  expect(update).toHaveBeenCalledWith(expect.objectContaining({ view: 'history' }));
});

test('a change of view in a place that is given up meanwhile changes nothing', async () => {
  const update = jest.fn(() => Promise.resolve());
  const { outlet } = setUp(() => Promise.resolve({ ...moduleThatSays('here'), update }));
  await settled();
  const updated = outlet.update({ view: 'history' });
  await outlet.unmount();
  await updated;
  expect(update).not.toHaveBeenCalled();
});

test.each([
  ['rejects', () => Promise.reject(new Error('broken update'))],
  [
    'throws',
    () => {
      throw new Error('broken update');
    },
  ],
])('a module whose update %s gives way to a card', async (_, update) => {
  const { element, outlet, onError } = setUp(() => Promise.resolve({ ...moduleThatSays('here'), update }));
  await outlet.ready();
  await expect(outlet.update({ view: 'history' })).rejects.toThrow('broken update');
  await waitFor(() => expect(shadowText(element)).toContain('SMS window stopped working'));
  expect(onError).toHaveBeenCalledTimes(1);
  expect(element).not.toHaveTextContent('here');
});

test('a module that never updates gives way to a card after five seconds', async () => {
  const { outlet, context } = setUp(() =>
    Promise.resolve({ ...moduleThatSays('here'), update: () => new Promise(() => undefined) }),
  );
  await outlet.ready();
  const updated = outlet.update({ view: 'history' });
  updated.catch(() => undefined);
  await settled();
  context.clock.advance(5_000);
  await expect(updated).rejects.toThrow('"sms-window" did not update within 5000 ms');
  expect(outlet.getState().state).toBe('failed');
});

describe('renewing', () => {
  function setUpBuilds() {
    const server = { build: 'old', up: true };
    const load = () => (server.up ? Promise.resolve(moduleThatSays(server.build)) : Promise.reject(new Error('down')));
    return { server, ...setUp(load, { build: () => server.build }) };
  }

  test('brings a newer build', async () => {
    const { server, outlet, element } = setUpBuilds();
    await outlet.ready();
    server.build = 'new';
    await outlet.renew();
    await waitFor(() => expect(element).toHaveTextContent('new'));
    expect(element.children).toHaveLength(1);
  });

  test('leaves what stands where there is none, and where its server is down', async () => {
    const { server, outlet, element, phases } = setUpBuilds();
    await outlet.ready();
    await outlet.renew();
    server.up = false;
    server.build = 'new';
    await outlet.renew();
    await settled();
    expect(element).toHaveTextContent('old');
    expect(phases).toEqual(['loading', 'mounted']);
  });

  test('is called off by its signal, and by unmounting', async () => {
    const { server, outlet, element, phases } = setUpBuilds();
    await outlet.ready();
    server.build = 'new';
    await outlet.renew({ signal: AbortSignal.abort() });
    await settled();
    expect(element).toHaveTextContent('old');
    const renewed = outlet.renew();
    await outlet.unmount();
    await renewed;
    await settled();
    expect(element).toBeEmptyDOMElement();
    expect(phases).toEqual(['loading', 'mounted', 'unmounted']);
  });
});

test('a module that does not load leaves a card; Reload brings it', async () => {
  let attempts = 0;
  const { element, outlet, onError } = setUp(() => {
    attempts += 1;
    return attempts <= 2 ? Promise.reject(new Error('503')) : Promise.resolve(moduleThatSays('here'));
  });
  await expect(outlet.ready()).rejects.toThrow('503');
  await waitFor(() => expect(shadowText(element)).toContain('SMS window stopped working'));
  expect(element.firstElementChild?.shadowRoot?.querySelector('[lang]')).toHaveAttribute('lang', 'en-GB');
  expect(onError).toHaveBeenCalledTimes(1);

  shadowButton(element, 'Reload SMS window').click();
  expect(element).toHaveFocus();
  await outlet.ready();
  expect(element).toHaveTextContent('here');
  expect(shadowText(element)).not.toContain('stopped working');
});

test.each([
  ['copied', { writeText: () => Promise.resolve() }, 'Copied', ''],
  ['shown to be selected where there is no clipboard', undefined, 'Not copied: select the text', 'Error: 503'],
])('the details of a failure are %s', async (_, clipboard, name, shown) => {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  const { element, outlet } = setUp(() => Promise.reject(new Error('503')));
  await expect(outlet.ready()).rejects.toThrow('503');
  await waitFor(() => expect(shadowText(element)).toContain('stopped working'));
  shadowButton(element, 'Copy details').click();
  await waitFor(() => expect(shadowButton(element, name)).toBeDefined());
  expect(element.firstElementChild?.shadowRoot?.querySelector('[part~="copy-text"]')?.textContent).toContain(shown);
  Reflect.deleteProperty(navigator, 'clipboard');
});

test('the card of a module that a developer has replaced says so, and offers to reset that', async () => {
  const onReset = jest.fn();
  const { element, outlet } = setUp(() => Promise.reject(new Error('503')), {
    override: { origin: 'http://localhost:4420', onReset },
  });
  await expect(outlet.ready()).rejects.toThrow('503');
  await waitFor(() => expect(shadowText(element)).toContain('SMS window comes from http://localhost:4420'));
  shadowButton(element, 'Reset overrides').click();
  expect(onReset).toHaveBeenCalledTimes(1);
});

test('the card of a module that nobody has replaced says nothing of that', async () => {
  const { element, outlet } = setUp(() => Promise.reject(new Error('503')));
  await expect(outlet.ready()).rejects.toThrow('503');
  await waitFor(() => expect(shadowText(element)).toContain('SMS window stopped working'));
  expect(shadowText(element)).not.toMatch(/comes from|Reset overrides/);
});

test('a module that crashes later is replaced by a card, and its part is taken down', async () => {
  let crash: Props['onCrash'];
  const { element, outlet } = setUp(() => Promise.resolve(moduleThatSays('here', (props) => (crash = props.onCrash))));
  await outlet.ready();
  crash?.(new Error('broken'));
  await settled();
  await waitFor(() => expect(shadowText(element)).toContain('SMS window stopped working'));
  expect(element).not.toHaveTextContent('here');
  expect(outlet.getState()).toMatchObject({ state: 'failed' });
  expect(screen.queryByText('here')).toBeNull();
});

test('a module whose mount throws leaves a card', async () => {
  const { element, outlet } = setUp(() =>
    Promise.resolve({ ...moduleThatSays(''), mount: () => Promise.reject(new Error('no')) }),
  );
  await expect(outlet.ready()).rejects.toThrow();
  await waitFor(() => expect(shadowText(element)).toContain('SMS window stopped working'));
});

test('a module whose mount hangs leaves a card after five seconds', async () => {
  const { element, outlet, context } = setUp(() =>
    Promise.resolve({ ...moduleThatSays(''), mount: () => new Promise(() => undefined) }),
  );
  await settled();
  context.clock.advance(5000);
  await expect(outlet.ready()).rejects.toThrow('"sms-window" did not mount within 5000 ms');
  await waitFor(() => expect(shadowText(element)).toContain('SMS window stopped working'));
});

test('an outlet that is unmounted while its module mounts takes the module down when it stands', async () => {
  let arrive = () => undefined as void;
  const unmount = jest.fn(() => Promise.resolve());
  const { element, outlet } = setUp(() =>
    Promise.resolve({
      ...moduleThatSays(''),
      mount: () => new Promise<void>((resolve) => (arrive = resolve)),
      unmount,
    }),
  );
  await settled();
  await outlet.unmount();
  expect(element).toBeEmptyDOMElement();
  arrive();
  await waitFor(() => expect(unmount).toHaveBeenCalledTimes(1));
});

test('a module that never unmounts is left out of the page after five seconds', async () => {
  const stuck = { ...moduleThatSays('here'), unmount: () => new Promise<void>(() => undefined) };
  const { element, outlet, context } = setUp(() => Promise.resolve(stuck));
  await outlet.ready();
  const gone = outlet.unmount();
  await settled();
  context.clock.advance(5_000);
  await gone;
  expect(element).toBeEmptyDOMElement();
});

test.each([
  ['before', (reload: () => void, unmount: () => Promise<void>) => (reload(), unmount())],
  ['after', (reload: () => void, unmount: () => Promise<void>) => unmount().then(reload)],
])('a reload %s unmounting brings nothing back', async (_, both) => {
  const { element, outlet, phases } = setUp(() => Promise.resolve(moduleThatSays('here')));
  await outlet.ready();
  await both(outlet.reload, outlet.unmount);
  await settled();
  expect(element).toBeEmptyDOMElement();
  expect(phases.at(-1)).toBe('unmounted');
});

test('the host is told of every phase', async () => {
  const { outlet, phases } = setUp(() => Promise.resolve(moduleThatSays('here')));
  await outlet.ready();
  await outlet.unmount();
  expect(phases).toEqual(['loading', 'mounted', 'unmounted']);
});

test('it is measured how long a module took to stand, and that it stopped working', async () => {
  let arrive: (lifecycles: unknown) => void = () => undefined;
  let crash: ModuleProps['onCrash'];
  const { outlet, context, measured } = setUp(() => new Promise((resolve) => (arrive = resolve)));
  context.clock.advance(500);
  arrive(moduleThatSays('here', (props) => (crash = props.onCrash)));
  await outlet.ready();
  crash?.(new Error('broken'));
  expect(measured).toEqual([
    { name: 'baton.module.mounted', attributes: { module: 'sms-window', version: '0.1.0', durationMs: 500 } },
    {
      name: 'baton.module.crashed',
      attributes: { module: 'sms-window', version: '0.1.0', reference: expect.any(String), during: 'use' },
    },
  ]);
});

test('it is measured that a module did not come', async () => {
  const { outlet, measured } = setUp(() => Promise.reject(new Error('503')));
  await expect(outlet.ready()).rejects.toThrow('503');
  expect(measured).toEqual([
    {
      name: 'baton.module.crashed',
      attributes: { module: 'sms-window', reference: expect.any(String), during: 'loading' },
    },
  ]);
});

test('without room for a card there is no more than a button', async () => {
  const { element, outlet } = setUp(() => Promise.reject(new Error('503')), { room: 'button' });
  await expect(outlet.ready()).rejects.toThrow('503');
  await waitFor(() => expect(shadowText(element)).toBe('Reload SMS window'));
});

function shadowButton(element: HTMLElement, name: string): HTMLButtonElement {
  const buttons = [...element.children].flatMap((child) => [...(child.shadowRoot?.querySelectorAll('button') ?? [])]);
  const found = buttons.find((button) => button.textContent === name);
  if (found === undefined) throw new Error(`No button "${name}"`);
  return found;
}
