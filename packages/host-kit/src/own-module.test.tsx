import type { RequestTopic } from '@baton/contracts';
import { createManualClock } from '@baton/contracts/testing';
import { createBaton } from './baton';
import type { Baton } from './baton';
import { aManifest } from './testing/a-manifest';
import { fakeBackend } from './testing/fake-backend';
import { settled } from './testing/settled';

const addressOf = (name: string) => `https://modules.example/${name}/baton-module.json`;
// Topics that Baton does not know come from a host's own code.
const notesOpen: RequestTopic = JSON.parse('"notes.open"');

let baton: Baton | undefined;
afterEach(() => {
  baton?.close();
  jest.restoreAllMocks();
  document.head.replaceChildren();
  document.body.replaceChildren();
});

/** A page that has the SMS window and a module of the host's own, "notes", which answers `topic` and is a panel. */
function setUp(topic: RequestTopic) {
  const intents = { answers: [topic], panel: { open: topic, close: topic, openedBy: [] } };
  const manifests = new Map<string, object>([
    [addressOf('sms-window'), aManifest()],
    [addressOf('notes'), aManifest({ name: 'notes', container: 'baton_notes_b1', intents })],
  ]);
  const fetched: string[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((asked) => {
    const url = asked instanceof Request ? asked.url : asked.toString();
    fetched.push(url);
    return Promise.resolve(Response.json(manifests.get(url)));
  });
  const made = createBaton({
    agent: { id: 'ana', name: 'Ana Ruiz' },
    backend: fakeBackend(),
    modules: { 'sms-window': addressOf('sms-window'), notes: addressOf('notes') },
    clock: createManualClock(),
  });
  baton = made;
  const { bus } = made.context;
  const lifecycles = {
    bootstrap: () => Promise.resolve(),
    mount: async () => void bus.respond(topic, () => bus.emit('panel.changed', { panel: 'notes', open: true })),
    unmount: () => Promise.resolve(),
  };
  const element = document.body.appendChild(document.createElement('div'));
  made.mount(element, { module: 'notes', label: 'Notes', load: 'later' });
  const entries = () => [...document.head.querySelectorAll<HTMLScriptElement>('script[src]')];
  return {
    baton: made,
    fetched,
    entries: () => entries().map(({ src }) => src),
    /** The browser runs the entry that is waiting. */
    async run() {
      await settled();
      const container = { init: () => undefined, get: () => Promise.resolve(() => lifecycles) };
      Reflect.set(window, 'baton_notes_b1', container);
      for (const entry of entries()) entry.dispatchEvent(new Event('load'));
      await settled();
    },
  };
}

test.each([
  ['of its own', notesOpen],
  ["of Baton's", 'messages.open'],
] as const)("a host's own module is brought by a request %s, with one look at each manifest", async (_, topic) => {
  const page = setUp(topic);
  const asked = page.baton.context.bus.request(topic, {});
  await page.run();
  await asked;
  expect(page.fetched.sort()).toEqual([addressOf('notes'), addressOf('sms-window')]);
  expect(page.baton.loads.getState('notes')).toMatchObject({ state: 'ready' });
  expect(page.baton.loads.getState('sms-window')).toEqual({ state: 'idle' });
});

test("the place of a host's own panel is kept, also before its manifest is there", async () => {
  const page = setUp(notesOpen);
  const panel = page.baton.panel('notes');
  panel.open();
  await page.run();
  expect(panel.get()).toBe('open');
});

test('a topic that no module declares says so', async () => {
  const { baton: made } = setUp(notesOpen);
  const asked = made.context.bus.request('preview.focus', {});
  await expect(asked).rejects.toMatchObject({
    code: 'noResponder',
    cause: new Error('Nothing in this page answers "preview.focus".'),
  });
});
