import { createManualClock } from '@baton/contracts/testing';
import { systemRandom } from '@baton/host-kit';
import { openDesktop } from './desktop';
import type { Desktop } from './desktop';
import { serveParent } from './serve-parent';

// A desktop needs layout, which jsdom has not.
jest.mock('./desktop', () => ({ openDesktop: jest.fn() }));

const close = jest.fn();

beforeEach(() => {
  const nothing = () => undefined;
  const desktop: Desktop = {
    setState: nothing,
    clicked: nothing,
    follow: nothing,
    request: nothing,
    cancel: nothing,
    focus: nothing,
    press: nothing,
    shortcuts: () => [],
    preferences: () => ({}),
    close,
  };
  jest.mocked(openDesktop).mockReset().mockResolvedValue(desktop);
  close.mockReset();
});

let leave = () => undefined as void;
afterEach(() => leave());

/** A parent whose agent's desktop is open. */
async function serve() {
  const { port1, port2 } = new MessageChannel();
  const refuse = jest.fn();
  let wake: (type: string) => void = () => undefined;
  port1.onmessage = ({ data }) => wake(data.type);
  const until = (awaited: string) => new Promise<void>((resolve) => (wake = (type) => type === awaited && resolve()));
  const parent = serveParent({
    port: port2,
    greeting: {
      options: { agent: { id: 'ana', name: 'Ana Ruiz' } },
      page: { notificationPermission: 'default', soundUnlocked: false, adapters: [] },
    },
    reach: Promise.resolve({ fetch }),
    places: [],
    deployment: { parents: ['https://desk.example'], backends: ['https://routing.example'], modules: {} },
    clock: createManualClock(),
    random: systemRandom,
    refuse,
  });
  leave = () => {
    parent.leave();
    port1.close();
  };
  await until('connected');
  return {
    refuse,
    /** Resolves when the frame has heard it. */
    update(changes: object) {
      port1.postMessage({ source: 'baton', v: 1, type: 'update', id: '1', payload: changes });
      port1.postMessage('nonsense');
      return until('ignored');
    },
  };
}

/** The options that each desktop was opened with. */
const opened = () => jest.mocked(openDesktop).mock.calls.map(([{ options }]) => options);

test('another backend that is on the list gets a desktop of its own', async () => {
  const { update, refuse } = await serve();
  const backend = { baseUrl: 'https://routing.example/v/' };
  await update({ backend });
  expect(close).toHaveBeenCalledTimes(1);
  expect(opened().at(-1)).toMatchObject({ backend });
  expect(refuse).not.toHaveBeenCalled();
});

test('a backend that is not on the list is refused while the desktop is open, and nothing of that update is kept', async () => {
  const { update, refuse } = await serve();
  await update({ backend: { baseUrl: 'https://evil.example/' }, timeZone: 'UTC' });
  expect(refuse.mock.calls).toEqual([['backend', expect.stringContaining('https://evil.example')]]);
  expect(close).not.toHaveBeenCalled();
  await update({ locale: 'de-DE' });
  expect(opened()).toHaveLength(2);
  expect(opened().at(-1)).toEqual({ agent: { id: 'ana', name: 'Ana Ruiz' }, locale: 'de-DE', preferences: {} });
});
