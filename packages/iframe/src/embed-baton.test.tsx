import { createManualClock } from '@baton/contracts/testing';
import { embedBaton } from './embed-baton';
import type { EmbedOptions, PageAdapters } from './options';

const leave: (() => void)[] = [];
const reported = jest.fn();

beforeEach(() => {
  reported.mockReset();
  jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((task) => {
    try {
      task();
    } catch (error) {
      reported(error);
    }
  });
  // jsdom lacks these.
  Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { hasBeenActive: false } });
  // Its listeners do not know node's signals.
  for (const target of [document, window]) jest.spyOn(target, 'addEventListener').mockImplementation();
  jest.spyOn(document, 'hasFocus').mockReturnValue(false);
});

afterEach(() => {
  for (const end of leave.splice(0)) end();
  jest.restoreAllMocks();
  document.body.replaceChildren();
});

interface Message {
  type: string;
  id: string;
  payload: Record<string, unknown>;
}

/** A page that embeds Baton, and a stand-in for the frame. */
function embed(options: Partial<EmbedOptions> = {}) {
  const trouble: unknown[] = [];
  const baton = embedBaton(document.body, {
    src: 'https://baton.example/frame/',
    agent: { id: 'ana', name: 'Ana Ruiz' },
    getToken: async () => 'token',
    onError: ({ message, cause }) => trouble.push(cause ?? message),
    clock: createManualClock(),
    ...options,
  });
  let port: MessagePort | undefined;
  leave.push(() => port?.close(), baton.unmount);
  let wake: (message: Message) => void = () => undefined;
  const say = (type: string, payload: object, id = '1') =>
    port?.postMessage({ source: 'baton', v: 1, type, id, payload });

  /** A document that the frame has loaded; returns the page's greeting. */
  function load(): Message {
    const frame = document.querySelector('iframe');
    let greeting: Message | undefined;
    Object.assign(frame?.contentWindow ?? {}, {
      postMessage(message: Message, _: string, [given]: [MessagePort]) {
        greeting = message;
        port = given;
        given.onmessage = ({ data }) => wake(data);
      },
    });
    frame?.dispatchEvent(new Event('load'));
    if (greeting === undefined) throw new Error('The frame got no connect message');
    return greeting;
  }

  /** Resolves with the page's answer to a message. */
  function ask(type: string, payload: object, id: string): Promise<Message> {
    const answered = new Promise<Message>(
      (resolve) => (wake = (message) => message.type === 'answer' && message.id === id && resolve(message)),
    );
    say(type, payload, id);
    return answered;
  }

  return {
    baton,
    trouble,
    load,
    say,
    ask,
    /** Resolves when the page has received all earlier messages: messages keep their order. */
    settled: () => ask('token', {}, 'last'),
  };
}

const invitation = { notification: '1', tag: 'i-1', title: 'SMS transfer', body: 'From Ana', silent: true };

/** A host's notifier, with the titles of the shown and of the closed notifications. */
function recordedNotifier() {
  const open = new Set<string>();
  const closed: string[] = [];
  const desktopNotification: PageAdapters['desktopNotification'] = {
    permission: () => 'granted',
    requestPermission: async () => 'granted',
    show({ title }) {
      open.add(title);
      return () => {
        open.delete(title);
        closed.push(title);
      };
    },
  };
  return { open, closed, desktopNotification };
}

test('a missing adapter is not listed', () => {
  const { load } = embed({ adapters: { sound: undefined, telemetry: { emit: () => undefined } } });
  expect(load().payload['page']).toMatchObject({ adapters: ['telemetry'] });
});

test('an action that was chosen in the frame is carried out in the page', async () => {
  const performed: unknown[] = [];
  const openCase = { id: 'crm.case', label: 'Open case', perform: (about: unknown) => performed.push(about) } as const;
  const { baton, load, say, settled } = embed({ actions: { conversation: [openCase] } });
  expect(load().payload['options']).toMatchObject({
    actions: { conversation: [{ id: 'crm.case', label: 'Open case' }] },
  });
  const chosen = { action: 'crm.case', interactionId: 'i1' };
  say('fact', { topic: 'action.chosen', payload: chosen, retained: false });
  say('fact', { topic: 'action.chosen', payload: { ...chosen, action: 'crm.other' }, retained: false });
  await settled();
  expect(performed).toEqual([chosen]);
  baton.update({ actions: {} });
  say('fact', { topic: 'action.chosen', payload: chosen, retained: false });
  await settled();
  expect(performed).toEqual([chosen]);
});

describe('a frame that loads anew, and counts its notifications from 1 again', () => {
  test('leaves none of those before', async () => {
    const { open, closed, desktopNotification } = recordedNotifier();
    const { baton, load, say, settled } = embed({ adapters: { desktopNotification } });
    load();
    say('notify', { ...invitation, title: 'before' });
    say('notify', { ...invitation, notification: '2', title: 'before, too' });
    await settled();
    expect([...open]).toEqual(['before', 'before, too']);
    load();
    expect([...open]).toEqual([]);
    say('notify', { ...invitation, title: 'after' });
    await settled();
    expect([...open]).toEqual(['after']);
    baton.unmount();
    expect(closed).toEqual(['before', 'before, too', 'after']);
  });

  test('leaves the title as the host has it', async () => {
    document.title = 'Desk';
    const { load, say, settled } = embed();
    load();
    say('title', { incoming: 1, unread: 0, text: '(1) {title}' });
    await settled();
    expect(document.title).toBe('(1) Desk');
    load();
    expect(document.title).toBe('Desk');
  });
});

test('an adapter may be an object of a class', async () => {
  class Notifier {
    private answer = 'granted' as const;
    permission = () => 'default' as const;
    show = () => () => undefined;
    async requestPermission() {
      return this.answer;
    }
  }
  const { load, ask } = embed({ adapters: { desktopNotification: new Notifier() } });
  load();
  expect((await ask('askPermission', {}, '7')).payload).toEqual({ ok: true, value: 'granted' });
});

describe('mistakes of the host’s adapters', () => {
  const mistake = new Error('of the host');
  const fails = () => {
    throw mistake;
  };

  test.each([
    {
      type: 'sound',
      payload: { sound: 'invite', volume: 0.6, once: 'i-1' },
      adapters: { sound: { play: fails, unlocked: () => true } },
    },
    { type: 'title', payload: { incoming: 1, unread: 0, text: '(1) {title}' }, adapters: { title: { set: fails } } },
    {
      type: 'notify',
      payload: invitation,
      adapters: { desktopNotification: { ...recordedNotifier().desktopNotification, show: fails } },
    },
    {
      type: 'telemetry',
      payload: { name: 'baton.module.mounted', attributes: {} },
      adapters: { telemetry: { emit: fails } },
    },
    { type: 'navigate', payload: { url: 'https://example.com/' }, adapters: { navigate: fails } },
  ])('are told, and the frame goes on: $type', async ({ type, payload, adapters }) => {
    const { load, say, settled, trouble } = embed({ adapters });
    load();
    say(type, payload);
    expect((await settled()).payload).toEqual({ ok: true, value: 'token' });
    expect(trouble).toEqual([mistake]);
  });

  test.each([
    { what: 'throws', answer: fails },
    { what: 'rejects', answer: () => Promise.reject(mistake) },
    { what: 'is nothing that can be sent', answer: async () => fails },
  ])('are an answer that fails, where the frame waits for one: it $what', async ({ answer }) => {
    const desktopNotification = Object.assign(recordedNotifier().desktopNotification, { requestPermission: answer });
    const { load, ask, trouble } = embed({ adapters: { desktopNotification } });
    load();
    expect((await ask('askPermission', {}, '7')).payload).toMatchObject({ ok: false, code: 'responderFailed' });
    expect(trouble).toHaveLength(1);
  });

  test('do not keep the other services from being restored', async () => {
    const { open, desktopNotification } = recordedNotifier();
    const failing = { ...desktopNotification, show: () => fails };
    const { baton, load, say, settled } = embed({ adapters: { desktopNotification: failing } });
    load();
    say('notify', invitation);
    await settled();
    baton.update({ adapters: { desktopNotification, title: { set: fails } } });
    say('notify', { ...invitation, notification: '2' });
    await settled();
    expect(open.size).toBe(1);
    load();
    expect(open.size).toBe(0);
    expect(reported.mock.calls).toEqual([[mistake], [mistake]]);
    expect((await settled()).payload).toEqual({ ok: true, value: 'token' });
  });
});
