import { act } from '@testing-library/react';
import { createBaton } from '@baton/host-kit';
import type { BatonOptions } from '@baton/host-kit';
import { emptySnapshot } from '@baton/contracts/testing';
import { fakeBackend } from '../../packages/host-kit/src/testing/fake-backend';
import { renderInHost } from '@baton/module-kit/testing';
import { createManualClock, flushPromises } from '../../mocks/testing/manual-clock';
import { createSeededRandom } from '../../mocks/testing/seeded-random';
import * as notifications from '../../packages/notifications/src/index';
import * as smsWindow from '../../packages/sms-window/src/index';
import '../../packages/sms-window/src/testing/browser-gaps';
import * as teamCommunicator from '../../packages/team-communicator/src/index';
import '../../packages/team-communicator/src/testing/stand-ins';

// Each module in a host without a connection at the start: none claims that its list is empty.

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
  localStorage.clear();
});

const never = new Promise<never>(() => undefined);
const overHttp = (fetch: typeof globalThis.fetch, getToken = async () => 'token') => ({
  baseUrl: 'http://contact-centre.test/',
  getToken,
  fetch,
});

const silence: [why: string, backend: () => BatonOptions['backend'], said: string][] = [
  [
    'the contact centre is down',
    () => overHttp(() => Promise.reject(new TypeError('Failed to fetch'))),
    'The contact centre does not answer. Trying again.',
  ],
  [
    'it takes requests and answers none',
    () => overHttp(() => never),
    'The contact centre does not answer. Trying again.',
  ],
  [
    'a proxy answers',
    () => overHttp(async () => new Response('<html>', { status: 502 })),
    'The contact centre does not answer. Trying again.',
  ],
  [
    'the host gives no token in time',
    () =>
      overHttp(
        () => never,
        () => never,
      ),
    'Your sign-in could not be confirmed. Trying again.',
  ],
  [
    'the host fails to give a token',
    () =>
      overHttp(
        () => never,
        () => Promise.reject(new Error('no')),
      ),
    'Your sign-in could not be confirmed. Trying again.',
  ],
  [
    'an own backend whose snapshot never comes',
    () => ({ ...fakeBackend(), snapshot: () => never }),
    'The contact centre does not answer. Trying again.',
  ],
  [
    'an own backend that takes no command',
    () => ({ ...fakeBackend(), send: () => never }),
    'The contact centre does not answer. Trying again.',
  ],
  [
    'an own backend whose snapshot makes no sense',
    () => ({ ...fakeBackend(), snapshot: async () => ({ ok: true, value: emptySnapshot({ cursor: -1 }) }) }),
    'The contact centre’s answer could not be used. Trying again.',
  ],
];

const modules: [
  module: string,
  mount: (context: ReturnType<typeof createBaton>['context']) => ReturnType<typeof renderInHost>,
][] = [
  ['SMS window', (context) => renderInHost(smsWindow, context)],
  ['Incoming interactions', (context) => renderInHost(notifications, context, { view: 'previews' })],
  [
    'My Messages',
    async (context) => {
      const shown = await renderInHost(notifications, context, { view: 'messages' });
      await act(() => context.bus.request('messages.open', {}));
      return shown;
    },
  ],
  [
    'Team Communicator',
    async (context) => {
      const shown = await renderInHost(teamCommunicator, context);
      await act(() => context.bus.request('team.open', {}));
      return shown;
    },
  ],
];

const idle = /No incoming|No conversation|Nothing new|go ready|Choose|did not load|No targets/i;

describe.each(modules)('%s', (_module, mount) => {
  test.each(silence)('%s', async (_why, backend, said) => {
    jest.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => undefined);
    const clock = createManualClock();
    const baton = createBaton({
      agent: { id: 'ana', name: 'Ana Ruiz' },
      backend: backend(),
      modules: {},
      clock,
      random: createSeededRandom(),
      locale: 'en-GB',
      timeZone: 'UTC',
    });
    endings.push(baton.close);
    await flushPromises();
    const { container, crashes } = await mount(baton.context);
    expect(container).toHaveTextContent('Connecting…');
    expect(container).not.toHaveTextContent(idle);
    for (let second = 0; second < 15; second += 1) await act(() => clock.advance(1_000));
    expect(container).toHaveTextContent(/Not connected since \d\d:\d\d/);
    expect(container).toHaveTextContent(said);
    expect(container).not.toHaveTextContent(idle);
    expect(crashes).toEqual([]);
  });
});
