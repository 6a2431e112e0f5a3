import fc from 'fast-check';
import type {
  Command,
  CommandTaken,
  KeyValueStorage,
  Message,
  Result,
  RoutingBackend,
  Snapshot,
} from '@baton/contracts';
import { createManualClock, emptySnapshot } from '@baton/contracts/testing';
import { createEventBus } from '@baton/event-bus';
import { createDesktopStore, draftOf } from '@baton/desktop';
import { anInteraction } from '../testing/builders';
import { countingRandom } from '../testing/counting-random';
import { fakeBackend, refused } from '../testing/fake-backend';
import { noTelemetry } from '../testing/test-context';
import { settled } from '../testing/settled';
import { createCommands } from './commands';
import { keepDeviceMemory } from './device-memory';
import { answerNotices } from './notices';

const sam = anInteraction();

/**
 * Local storage as in browsers with one process per window: a window sees its own writes at once, and the writes of
 * other windows later.
 */
function createSlowDevice() {
  const writes: { key: string; value: string | undefined; by: object }[] = [];
  const apply = (entries: Map<string, string>, { key, value }: (typeof writes)[number]) =>
    value === undefined ? entries.delete(key) : entries.set(key, value);

  return {
    /** The entries on the disk. */
    kept() {
      const entries = new Map<string, string>();
      for (const write of writes) apply(entries, write);
      return entries;
    },
    openWindow() {
      const self = {};
      const entries = this.kept();
      const listeners: ((key: string) => void)[] = [];
      let received = writes.length;
      const write = (key: string, value?: string) => {
        writes.push({ key, value, by: self });
        apply(entries, { key, value, by: self });
      };
      const storage: KeyValueStorage = {
        get: (key) => entries.get(key),
        set: write,
        remove: (key) => write(key),
        keys: () => [...entries.keys()],
        watch(listener) {
          listeners.push(listener);
          return () => void listeners.splice(0);
        },
      };
      return {
        storage,
        /** Delivers the next write of another window. Returns whether there was one. */
        receiveOne() {
          while (received < writes.length) {
            const next = writes[received];
            received += 1;
            if (next === undefined || next.by === self) continue;
            // Later writes of this window win.
            if (!writes.slice(received).some(({ by, key }) => by === self && key === next.key)) apply(entries, next);
            for (const listener of listeners) listener(next.key);
            return true;
          }
          return false;
        },
      };
    },
  };
}

/** A contact centre that takes texts, loses them, or takes them and answers late or never. */
function createTextCentre() {
  const messages: Message[] = [];
  const taken = new Set<string>();
  let open = true;
  const take = ({ commandId, text }: Extract<Command, { type: 'sendMessage' }>) => {
    if (taken.has(commandId)) return;
    taken.add(commandId);
    messages.push({
      kind: 'agent',
      index: messages.length,
      version: messages.length + 2,
      at: 2000,
      from: sam.owner,
      text,
      delivery: { state: 'sent' },
      commandId,
    });
  };
  const snapshot = (): Snapshot =>
    emptySnapshot({
      cursor: messages.length + (open ? 1 : 500),
      interactions: open ? [sam] : [],
      messages: open ? [{ interactionId: sam.id, messages, earlier: false }] : [],
      recentCommands: [...taken],
    });
  return { messages, take, snapshot, end: () => (open = false) };
}

function createWindow(
  device: ReturnType<typeof createSlowDevice>,
  centre: ReturnType<typeof createTextCentre>,
  random: ReturnType<typeof countingRandom>,
) {
  const clock = createManualClock();
  const store = createDesktopStore();
  const page = new EventTarget();
  const closing = new AbortController();
  const { storage, receiveOne } = device.openWindow();
  const hanging: ((fate: Fate) => void)[] = [];
  let alive = true;

  const backend: RoutingBackend = {
    ...fakeBackend(),
    send: (command) =>
      new Promise<Result<CommandTaken>>((resolve) => {
        hanging.push((fate) => {
          const reaches = fate === 'taken' || fate === 'taken without an answer';
          if (reaches && command.type === 'sendMessage') centre.take(command);
          if (!alive) return;
          if (fate === 'taken') resolve({ ok: true, value: { commandId: command.commandId } });
          else resolve(refused(fate === 'refused' ? 'rate_limited' : 'unknown_outcome'));
        });
      }),
  };
  const look = () => store.dispatch({ type: 'snapshot', snapshot: centre.snapshot(), receivedAt: clock.now() });
  let online = true;
  const forget = keepDeviceMemory({ store, storage, clock, random, page });
  answerNotices({ bus: createEventBus({ clock }), store, clock, random }, closing.signal);
  const commands = createCommands({
    backend,
    store,
    clock,
    random,
    telemetry: noTelemetry,
    resync: async () => (online && alive && look(), online),
    signal: closing.signal,
  });
  look();
  store.dispatch({ type: 'connectionChanged', connection: { state: 'live' } });
  const text = () => draftOf(store.getState(), sam.id);

  return {
    store,
    clock,
    commands,
    hanging,
    receiveOne,
    look,
    text,
    setOnline: (next: boolean) => (online = next),
    type: (word: string) =>
      commands.writeDraft({ interactionId: sam.id, customer: 'Sam', text: `${text()} ${word}`.trim() }),
    /** As the composer does it. */
    send() {
      if (text() === '' || store.getState().interactions[sam.id] === undefined) return;
      void commands.sendMessage({ interactionId: sam.id, text: text() });
      commands.writeDraft({ interactionId: sam.id, customer: 'Sam', text: '' });
    },
    end(how: 'closed' | 'crashed') {
      if (how === 'closed') page.dispatchEvent(new Event('pagehide'));
      alive = false;
      if (how === 'closed') forget();
      closing.abort();
    },
    /** Everything that an agent can read in it. */
    shown: () =>
      JSON.stringify([
        text(),
        Object.values(store.getState().outbox),
        Object.values(store.getState().notices),
        Object.values(store.getState().conversations),
      ]),
  };
}

const fates = ['taken', 'taken without an answer', 'lost', 'refused'] as const;
type Fate = (typeof fates)[number];

const window = fc.nat({ max: 2 });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), window }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), window }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('hear' as const), window, count: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('answer' as const), window, fate: fc.constantFrom(...fates) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), window }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const), window }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('network' as const), window, online: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), window, ms: fc.constantFrom(900, 5000, 25_000) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('reload' as const),
      window,
      how: fc.constantFrom('closed' as const, 'crashed' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('conversation ends' as const) }) },
);

test('whatever windows of one agent do, every text is in the transcript, or kept and in sight', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 40 }), async (steps) => {
      const device = createSlowDevice();
      const centre = createTextCentre();
      const random = countingRandom();
      const open = () => createWindow(device, centre, random);
      const windows = [open(), open(), open()];
      const words: string[] = [];

      for (const move of steps) {
        if (move.do === 'conversation ends') {
          centre.end();
          continue;
        }
        const one = windows[move.window];
        if (one === undefined) throw new Error('There are three windows');
        switch (move.do) {
          case 'type': {
            if (one.store.getState().interactions[sam.id] === undefined) break;
            const word = `word${words.length}.`;
            words.push(word);
            one.type(word);
            break;
          }
          case 'send':
            one.send();
            break;
          case 'hear':
            for (let count = 0; count < move.count; count += 1) one.receiveOne();
            break;
          case 'answer':
            one.hanging.shift()?.(move.fate);
            break;
          case 'look':
            one.look();
            break;
          case 'network':
            one.setOnline(move.online);
            break;
          case 'retry':
            for (const { commandId, status } of Object.values(one.store.getState().outbox))
              if (status.state === 'failed') one.commands.retryMessage(commandId);
            break;
          case 'wait':
            one.clock.advance(move.ms);
            break;
          case 'reload':
            one.end(move.how);
            windows[move.window] = open();
        }
        await settled();
        const kept = JSON.stringify([...device.kept().values(), ...centre.messages]);
        expect(words.filter((word) => !kept.includes(word))).toEqual([]);
      }

      // Let every request end, and let every window receive all writes and events.
      for (let round = 0; round < 3; round += 1) {
        for (const one of windows) {
          one.setOnline(true);
          // The end of one text starts the next.
          while (one.hanging.length > 0) {
            for (const end of one.hanging.splice(0)) end('lost');
            await settled();
          }
          while (one.receiveOne());
          one.clock.advance(25_000);
          one.look();
          await settled();
        }
      }
      const delivered = JSON.stringify(centre.messages);
      for (const one of windows) {
        const shown = one.shown();
        expect(words.filter((word) => !shown.includes(word) && !delivered.includes(word))).toEqual([]);
        // A text must not stay in this state for ever.
        expect(shown).not.toContain('"sending"');
      }
      for (const one of windows) one.end('closed');
    }),
    { numRuns: 1000 },
  );
});
