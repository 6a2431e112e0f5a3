import { createManualClock } from '@baton/contracts/testing';
import type { BackendHost, ModuleProps } from '@baton/contracts';
import { waitFor } from '@testing-library/dom';
import * as singleSpa from 'single-spa';
import { createBaton } from './baton';
import type { LoadedCode } from './modules/code-source';
import type { BatonOptions } from './options';
import type { ModuleParcelProps } from './modules/parcel';
import { createDevice } from './testing/device';
import { fakeBackend, refused } from './testing/fake-backend';
import { createRecordedAdapters } from './testing/recorded-adapters';
import { settled } from './testing/settled';
import { collectSurfaced } from './testing/surfaced';

function setUp(options: Partial<BatonOptions> = {}) {
  const backend = fakeBackend();
  const modules = { 'sms-window': '/modules/sms-window/baton-module.json' };
  const baton = createBaton({
    agent: { id: 'ana', name: 'Ana Ruiz' },
    backend,
    modules,
    code: { load: () => Promise.reject(new Error('no code')) },
    ...options,
  });
  baton.context.adapters.storage.set('draft', 'half a sentence');
  return { backend, baton, kept: () => baton.context.adapters.storage.get('draft') };
}

const regions = () => document.querySelectorAll('[data-baton-announcer]');

afterEach(() => {
  localStorage.clear();
  document.body.replaceChildren();
});

describe('signing out', () => {
  test('forgets what this device kept', async () => {
    const { baton, kept } = setUp();
    expect(await baton.signOut()).toMatchObject({ ok: true });
    expect(kept()).toBeUndefined();
  });

  test("forgets what a host's own storage kept", async () => {
    const { entries, storageOfWindow } = createDevice();
    entries.set('draft.d1', JSON.stringify({ interactionId: 'i1', customer: 'Sam Carter', text: 'Hello', at: 1 }));
    entries.set('of-another-module', 'Sam Carter');
    await setUp({ adapters: { storage: storageOfWindow() } }).baton.signOut();
    expect([...entries.keys()]).toEqual(['signedOut']);
  });

  test('is told to modules first: what they hold back then goes out before', async () => {
    const { backend, baton } = setUp();
    baton.context.bus.on('session.ending', () => {
      void baton.context.commands.declineInvitation({ invitationId: 'invitation-1' });
    });
    await baton.signOut();
    const sent = backend.sent.map(({ type }) => type).filter((type) => type !== 'signIn');
    expect(sent.slice(-2)).toEqual(['declineInvitation', 'signOut']);
  });

  test('loses nothing when it fails', async () => {
    const { backend, baton, kept } = setUp();
    backend.answers.signOut = refused('unknown_outcome');
    expect(await baton.signOut()).toMatchObject({ ok: false, error: { code: 'unknown_outcome' } });
    expect(kept()).toBe('half a sentence');
    baton.close();
  });

  test('works also when taken out of its object', async () => {
    const { baton, kept } = setUp();
    const { signOut } = baton;
    expect(await signOut()).toMatchObject({ ok: true });
    expect(kept()).toBeUndefined();
  });

  test('of a session that is gone already forgets all the same', async () => {
    const { backend, baton, kept } = setUp();
    backend.answers.signOut = refused('unauthenticated');
    await baton.signOut();
    expect(kept()).toBeUndefined();
  });
});

describe('a backend', () => {
  test('is closed once, when Baton closes, also when nobody has followed yet', () => {
    const close = jest.fn();
    const { baton } = setUp({ backend: { ...fakeBackend(), close } });
    expect(close).not.toHaveBeenCalled();
    baton.close();
    baton.close();
    expect(close).toHaveBeenCalledTimes(1);
  });

  test('is closed when the agent signs out', async () => {
    const close = jest.fn();
    const { baton } = setUp({ backend: { ...fakeBackend(), close } });
    await baton.signOut();
    baton.close();
    expect(close).toHaveBeenCalledTimes(1);
  });

  test('of a function knows the agent, and has a storage of its own that a sign-out empties', async () => {
    const backend = fakeBackend();
    const given: BackendHost[] = [];
    const { baton } = setUp({
      backend: (host) => {
        given.push(host);
        return Promise.resolve(backend);
      },
    });
    const [host] = given;
    expect(host?.agent).toEqual({ id: 'ana', name: 'Ana Ruiz' });
    host?.storage.set('position', '7');
    expect(host?.storage.keys()).toEqual(['position']);
    expect(baton.context.adapters.storage.get('backend.position')).toBe('7');
    await waitFor(() => expect(backend.stream).toBeDefined());
    expect(host?.storage.get('position')).toBe('7');
    await baton.signOut();
    expect(host?.storage.keys()).toEqual([]);
    expect(given).toHaveLength(1);
  });

  test('of a function that fails takes nothing else down: modules can be placed, the desktop says what is wrong', async () => {
    const thrown = collectSurfaced();
    const clock = createManualClock();
    const { baton } = setUp({
      clock,
      backend: () => {
        throw new Error('SDK not loaded');
      },
    });
    const element = document.body.appendChild(document.createElement('div'));
    baton.mount(element, { module: 'sms-window', label: 'SMS window', load: 'later' });
    for (const ms of [0, 1000, 2000]) {
      clock.advance(ms);
      await settled();
    }
    expect(baton.context.desktop.getState().connection).toMatchObject({ state: 'connectionLost', why: 'noAnswer' });
    expect(String(thrown)).toContain('The function in createBaton\'s option "backend" has failed: SDK not loaded.');
    expect(String(thrown)).toContain('Let it return a RoutingBackend of @baton/contracts, or a promise of one.');
    expect(thrown).toHaveLength(1);
    baton.close();
    jest.restoreAllMocks();
  });
});

test.each([
  [true, '•••• 1111'],
  [false, '4111 1111 1111 1111'],
  [undefined, '4111 1111 1111 1111'],
])('maskCardNumbers: %s, and what modules read of a conversation is %s', async (maskCardNumbers, text) => {
  const messages = [{ kind: 'customer', index: 0, version: 1, at: 1, text: '4111 1111 1111 1111' }] as const;
  const page = { interactionId: 'i1', messages: [...messages], earlier: false };
  const backend = { ...fakeBackend(), messages: () => Promise.resolve({ ok: true, value: page } as const) };
  const { baton } = setUp({ backend, maskCardNumbers });
  expect(await baton.context.reads.messages({ interactionId: 'i1' })).toMatchObject({
    value: { messages: [{ text }] },
  });
  baton.close();
});

test.each([
  [undefined, [undefined, undefined]],
  [false, [undefined, undefined]],
  [true, ['optOut', undefined]],
  [{ de: { optOut: ['STOPP'], optIn: [], help: [] } }, ['optOut', 'optOut']],
])('consentWords: %j, and what modules read in "stop" and "Stopp!" is %j', (consentWords, acts) => {
  const { baton } = setUp({ consentWords });
  expect(['stop', 'Stopp!'].map((text) => baton.context.readConsent?.(text)?.act)).toEqual(acts);
  baton.close();
});

describe("a host's adapters", () => {
  test('AN-03 a host that speaks for us gets no live regions of ours', () => {
    const adapters = createRecordedAdapters();
    const { baton } = setUp({ adapters: { announcer: adapters.announcer } });
    expect(regions()).toHaveLength(0);
    baton.context.adapters.announcer.announce('Accepted.');
    expect(adapters.announcements).toMatchObject([{ text: 'Accepted.' }]);
    baton.close();
  });

  test('without one, two live regions stand in the page until Baton closes', () => {
    const { baton } = setUp();
    expect(regions()).toHaveLength(2);
    baton.close();
    expect(regions()).toHaveLength(0);
  });

  test('that are undefined are as if they were not given', () => {
    const given = { announcer: undefined, storage: undefined, telemetry: undefined };
    const { baton, kept } = setUp({ adapters: given });
    expect(kept()).toBe('half a sentence');
    expect(baton.context.adapters.announcer).toBeDefined();
    baton.close();
  });
});

test('a module for later that does not load is told by its card alone', async () => {
  const clock = createManualClock();
  const { baton } = setUp({ clock });
  const element = document.body.appendChild(document.createElement('div'));
  const outlet = baton.mount(element, { module: 'sms-window', label: 'SMS window', load: 'later' });
  for (const ms of [0, 200]) {
    await settled();
    clock.advance(ms);
  }
  // A rejection that nobody hears would fail this test by itself.
  await new Promise(setImmediate);
  expect(outlet.getState()).toMatchObject({ state: 'failed' });
  baton.close();
});

test('a place that the page does not have is told with its cure', () => {
  const { baton } = setUp();
  // What JavaScript hosts pass when an id is misspelt.
  const nothing: HTMLElement = JSON.parse('null');
  expect(() => baton.mount(nothing, { module: 'sms-window', label: 'SMS window' })).toThrow(
    'There is no element for "sms-window". Look for one that the page has',
  );
  baton.close();
});

describe("Team Communicator's keys, while it is on its way", () => {
  const press = () => {
    const event = new KeyboardEvent('keydown', {
      key: 'F',
      code: 'KeyF',
      altKey: true,
      shiftKey: true,
      bubbles: true,
      cancelable: true,
    });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  };

  function waiting() {
    const loads: string[] = [];
    const { baton } = setUp({
      clock: createManualClock(),
      code: { load: (module) => (loads.push(module), new Promise(() => undefined)) },
    });
    const element = document.body.appendChild(document.createElement('div'));
    const outlet = baton.mount(element, { module: 'team-communicator', label: 'Team Communicator', load: 'later' });
    return { baton, outlet, loads };
  }

  test('bring it', async () => {
    const { baton, loads } = waiting();
    expect(press()).toBe(true);
    await settled();
    expect(loads).toContain('team-communicator');
    baton.close();
  });

  test('are left alone when the agent has switched shortcuts off, and once its place is given up', async () => {
    const { baton, outlet } = waiting();
    baton.context.preferences.set({ shortcuts: false });
    expect(press()).toBe(false);
    baton.context.preferences.set({ shortcuts: true });
    await outlet.unmount();
    expect(press()).toBe(false);
    baton.close();
  });
});

test.each(['null', '{}', '{"module":"sms-window"}', '"sms-window"'])(
  'a placement that says too little is told with its cure: %s',
  (given) => {
    const { baton } = setUp();
    expect(() => baton.mount(document.body, JSON.parse(given))).toThrow(
      'Say what to mount and what agents call it: { module: "sms-window", label: "SMS window" }.',
    );
    baton.close();
  },
);

/** A desktop whose modules do not come until `comesBack` is called. */
function setUpWithoutModules() {
  const clock = createManualClock();
  let isDown = true;
  const settles = () => Promise.resolve();
  const load = () =>
    isDown
      ? Promise.reject(new Error('503'))
      : Promise.resolve({
          exposed: { bootstrap: settles, mount: settles, unmount: settles },
          version: '1.0.0',
          build: 'b1',
        });
  const comesBack = () => {
    isDown = false;
  };
  return { ...setUp({ clock, code: { load } }), clock, comesBack };
}

test('a module that did not come is tried again when somebody asks for it', async () => {
  const { baton, comesBack } = setUpWithoutModules();
  const outlet = baton.mount(document.body.appendChild(document.createElement('div')), {
    module: 'team-communicator',
    label: 'Team Communicator',
  });
  await expect(outlet.ready()).rejects.toThrow('503');
  await expect(baton.context.bus.request('team.open', {})).rejects.toThrow('Nobody answers "team.open"');
  expect(outlet.getState()).toMatchObject({ state: 'failed' });
  comesBack();
  baton.context.bus.request('team.open', {}).catch(() => undefined);
  await settled();
  expect(outlet.getState()).toEqual({ state: 'mounted' });
  baton.close();
});

test.each<[string, (place: HTMLElement, clock: ReturnType<typeof createManualClock>) => void]>([
  ['Reload in one of them', (place) => place.firstElementChild?.shadowRoot?.querySelector('button')?.click()],
  ['waiting', (_, clock) => clock.advance(5000)],
  ['coming back on line', () => window.dispatchEvent(new Event('online'))],
])('all places of a module that did not come are healed by %s', async (_, heal) => {
  const { baton, clock, comesBack } = setUpWithoutModules();
  const places = ['previews', 'messages'].map((view) => {
    const element = document.body.appendChild(document.createElement('div'));
    return { element, outlet: baton.mount(element, { module: 'notifications', view, label: 'Notifications' }) };
  });
  await settled();
  comesBack();
  for (const { element } of places.slice(1)) heal(element, clock);
  await settled();
  await settled();
  expect(places.map(({ outlet }) => outlet.getState().state)).toEqual(['mounted', 'mounted']);
  baton.close();
});

test('what is undefined is as good as left out', () => {
  const options: Partial<BatonOptions> = JSON.parse('{}');
  Object.assign(options, { preferences: { shortcuts: undefined, volume: 0.2 }, timing: { extendable: undefined } });
  const { baton } = setUp(options);
  expect(baton.context.preferences.get()).toMatchObject({ shortcuts: true, volume: 0.2 });
  expect(baton.context.timing).toEqual({ extendable: true });
  baton.close();
});

describe('an application for who registers it by themselves', () => {
  function setUpApplication() {
    const clock = createManualClock();
    const { baton } = setUp({ clock, code: { load: () => Promise.resolve(moduleOfViews()) } });
    const find = () => document.querySelector<HTMLElement>('#place');
    const application = baton.application(find, { module: 'sms-window', label: 'SMS window' });
    const putUp = () => {
      const element = document.body.appendChild(document.createElement('div'));
      element.id = 'place';
      return element;
    };
    return { clock, baton, application, putUp };
  }

  test('finds its element when it is mounted', async () => {
    const { baton, application, putUp } = setUpApplication();
    await application.bootstrap();
    const element = putUp();
    await application.mount();
    await waitFor(() => expect(element).toHaveTextContent('the usual view'));
    await application.unmount();
    expect(element).toBeEmptyDOMElement();
    baton.close();
  });

  test('stands when its element comes after it was mounted, and meanwhile says what is missing', async () => {
    const { clock, baton, application, putUp } = setUpApplication();
    await application.mount();
    expect(() => clock.advance(5000)).toThrow('There is no element for "sms-window".');
    const element = putUp();
    await waitFor(() => expect(element).toHaveTextContent('the usual view'));
    await application.unmount();
    expect(element).toBeEmptyDOMElement();
    baton.close();
  });

  test('no longer waits for its element once it is unmounted', async () => {
    const { clock, baton, application, putUp } = setUpApplication();
    await application.mount();
    await application.unmount();
    const element = putUp();
    await settled();
    clock.advance(5000);
    expect(element).toBeEmptyDOMElement();
    baton.close();
  });
});

test('what stood in an element that the page has thrown away makes room for what comes', async () => {
  const { baton } = setUp({ code: { load: () => Promise.resolve(moduleOfViews()) } });
  const mount = (view: string) => {
    const element = document.body.appendChild(document.createElement('div'));
    return { element, outlet: baton.mount(element, { module: 'notifications', view, label: 'Notifications' }) };
  };
  const [previews, messages, standing] = [mount('previews'), mount('messages'), mount('previews')];
  for (const { outlet } of [previews, messages, standing]) await outlet.ready();
  previews.element.remove();
  messages.element.remove();
  const next = mount('previews');
  await next.outlet.ready();
  const states = [previews, messages, standing].map(({ outlet }) => outlet.getState().state);
  // A page that keeps an element for later puts nothing else of the kind in its place.
  expect(states).toEqual(['unmounted', 'mounted', 'mounted']);
  baton.close();
});

test('registering without the single-spa of the page is refused, with the cure', () => {
  const { baton } = setUp();
  const placement = JSON.parse('{ "module": "sms-window", "label": "SMS window" }');
  expect(() => baton.register(document.body, placement)).toThrow("import * as singleSpa from 'single-spa'");
  baton.close();
});

test('closing takes back what was registered, and nothing more can be mounted', async () => {
  const { baton } = setUp();
  const element = document.body.appendChild(document.createElement('div'));
  const placement = { module: 'sms-window', label: 'SMS window', activeWhen: () => true, singleSpa };
  const unregister = baton.register(element, placement);
  baton.register(element, placement);
  const registered = () => singleSpa.getAppNames().filter((name) => name.startsWith('@baton/sms-window'));
  expect(registered()).toHaveLength(2);
  await unregister();
  expect(registered()).toHaveLength(1);
  baton.close();
  await settled();
  expect(registered()).toEqual([]);
  await expect(unregister()).resolves.toBeUndefined();
  expect(() => baton.mount(element, { module: 'sms-window', label: 'SMS window' })).toThrow('This Baton is closed.');
});

test('closing leaves no timer and nothing in the page', async () => {
  const clock = createManualClock();
  const { baton } = setUp({ clock });
  const element = document.body.appendChild(document.createElement('div'));
  baton.mount(element, { module: 'sms-window', label: 'SMS window' });
  baton.mount(element, { module: 'team-communicator', label: 'Team Communicator', load: 'later' });
  await settled();
  baton.close();
  await settled();
  expect(clock.pending()).toBe(0);
  expect(element).toBeEmptyDOMElement();
  expect(document.body.children).toHaveLength(1);
});

/** A module that shows its view. */
function moduleOfViews() {
  const show = async ({ domElement, view = 'usual' }: ModuleProps & { domElement: HTMLElement }) =>
    void (domElement.textContent = `the ${view} view`);
  return {
    exposed: { bootstrap: () => Promise.resolve(), mount: show, update: show, unmount: () => Promise.resolve() },
    version: '1.2.3',
    build: 'b1',
  };
}

test('a host is told of a module that fails, and of the reload that brings it', async () => {
  const load = jest.fn<Promise<LoadedCode>, []>().mockRejectedValue(new Error('no code'));
  const onError = jest.fn();
  const onLifecycle = jest.fn();
  const { baton } = setUp({ code: { load }, onError, onLifecycle });
  const element = document.body.appendChild(document.createElement('div'));
  const outlet = baton.mount(element, { module: 'sms-window', label: 'SMS window' });
  await expect(outlet.ready()).rejects.toThrow();
  const state = outlet.getState();
  if (state.state !== 'failed') throw new Error(`The module should have failed, and is ${state.state}.`);
  expect(onError.mock.calls).toEqual([[state.cause, { module: 'sms-window', reference: state.reference }]]);
  expect(state.reference).not.toBe('');

  load.mockResolvedValue(moduleOfViews());
  outlet.reload();
  await settled();
  await outlet.ready();
  await outlet.unmount();
  const known = { module: 'sms-window', version: '1.2.3', build: 'b1' };
  expect(onLifecycle.mock.calls).toEqual([
    [{ module: 'sms-window', phase: 'loading' }],
    [{ module: 'sms-window', phase: 'failed' }],
    [{ module: 'sms-window', phase: 'loading' }],
    [{ ...known, phase: 'mounted' }],
    [{ ...known, phase: 'unmounted' }],
  ]);
  expect(onError).toHaveBeenCalledTimes(1);
  baton.close();
});

test('a parcel mounts, shows another view and leaves its element as it was', async () => {
  const onLifecycle = jest.fn();
  const { baton } = setUp({ code: { load: () => Promise.resolve(moduleOfViews()) }, onLifecycle });
  const domElement = document.body.appendChild(document.createElement('div'));
  const parcel = singleSpa.mountRootParcel<ModuleParcelProps>(
    baton.parcel({ module: 'notifications', view: 'previews', label: 'Notifications' }),
    {
      domElement,
    },
  );
  await parcel.mountPromise;
  await waitFor(() => expect(domElement).toHaveTextContent('the previews view'));
  await parcel.update?.({ domElement, view: 'messages' });
  expect(domElement).toHaveTextContent('the messages view');
  await parcel.unmount();
  expect(domElement).toBeEmptyDOMElement();
  expect(onLifecycle.mock.calls.map(([{ phase }]) => phase)).toEqual(['loading', 'mounted', 'unmounted']);
  baton.close();
});
