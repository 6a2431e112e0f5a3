import { act, fireEvent } from '@testing-library/react';
import {
  aNotice,
  anInvitation,
  byId,
  createTestHost,
  renderInHost,
  testStart,
  translate,
} from '@baton/module-kit/testing';
import type { InHost, TestHost } from '@baton/module-kit/testing';
import type { Invitation } from '@baton/contracts';
import * as notifications from './index';

const first = anInvitation({ expiresAt: testStart + 30_000, note: 'Wants a refund' });
const second = anInvitation({ id: 'i2', interactionId: 'n2', kind: 'inbound', from: undefined });
const { expiresAt: _at, extensionsLeft: _left, state: _state, ...about } = first;
const ended = {
  kind: 'conversation.ended',
  severity: 'information',
  interactionId: 'n2',
  customer: 'Jo Demo',
} as const;
const missed: Invitation = { ...about, state: 'ended', outcome: 'expired', endedAt: testStart };

function press({ getByRole }: InHost, name: string | RegExp) {
  fireEvent.click(getByRole('button', { name }));
}

const steps: Record<string, ((host: TestHost, screen: InHost) => void)[]> = {
  previews: [
    (host) => host.setState({ invitations: byId(first) }),
    (host) => host.clock.advance(1000),
    (host) => host.setState({ invitations: byId(first, second) }),
    (host) => host.clock.advance(22_000),
    (host) => host.setState({ invitations: byId<Invitation>(missed, second) }),
    (host) => host.setState({ invitations: {} }),
  ],
  messages: [
    (host) => host.setState({ notices: byId(aNotice()) }),
    (_host, screen) => press(screen, /^My Messages/),
    (host) => host.setState({ notices: byId(aNotice(), aNotice({ id: 'n2' }, ended)) }),
    (host) => host.setState({ notices: byId(aNotice({ read: true })) }),
    (host) => host.clock.advance(120_000),
    (_host, screen) => press(screen, 'Settings'),
    (host) => host.setPreferences({ shortcuts: false, sounds: false }),
    (host) => host.setPreferences({ shortcuts: true, sounds: true }),
    (_host, screen) => press(screen, /^My Messages/),
  ],
};

/** Plays a view's steps; what stands there after each. */
async function play(view: string, prepare: (screen: InHost) => () => void): Promise<(string | null)[]> {
  const host = createTestHost();
  const screen = await renderInHost(notifications, host, { view });
  const stop = prepare(screen);
  const texts: (string | null)[] = [];
  for (const step of steps[view] ?? []) {
    step(host, screen);
    // The panel's pages come by themselves.
    if (screen.queryByRole('button', { expanded: true })) await screen.findByRole('heading', { level: 2 });
    await act(async () => undefined);
    expect(screen.crashes).toEqual([]);
    texts.push(screen.container.textContent);
  }
  stop();
  await screen.unmount();
  return texts;
}

test.each(Object.keys(steps))('under a page translator %s say what they say without one', async (view) => {
  const plain = await play(view, () => () => undefined);
  expect(await play(view, ({ container }) => translate(container))).toEqual(plain);
  expect(new Set(plain).size).toBeGreaterThan(4);
});
