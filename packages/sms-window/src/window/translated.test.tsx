import { aMessage, aReply, aTransfer, renderInHost, testStart, translate } from '@baton/module-kit/testing';
import type { InHost, TestHost } from '@baton/module-kit/testing';
import * as smsWindow from '../index';
import {
  fill,
  hostWithConversation,
  interaction,
  messages,
  moveToColleague,
  setTransfer,
} from '../testing/open-window';

const pending = aTransfer({ expiresAt: testStart + 30_000 });
const reply = { index: 2, commandId: 'command-2', text: 'See https://example.org/a or call' };

function say(host: TestHost, ...texts: ReturnType<typeof aMessage | typeof aReply>[]) {
  host.setState({ conversations: { [interaction.id]: { messages: [...messages, ...texts], earlier: false } } });
}

const steps: ((host: TestHost, screen: InHost) => void)[] = [
  (host) => say(host, aReply({ ...reply, delivery: { state: 'sent' } })),
  (host) => say(host, aReply({ ...reply, delivery: { state: 'failed', reason: 'number' } })),
  (host) => say(host, aReply({ ...reply, delivery: { state: 'delivered' } }), aMessage({ index: 3, text: 'Thanks' })),
  (_host, { getByRole }) => fill(getByRole('textbox'), 'a'.repeat(600)),
  (_host, { getByRole }) => fill(getByRole('textbox'), 'ж'),
  (_host, { getByRole }) => fill(getByRole('textbox'), ''),
  (host) => setTransfer(host, pending),
  (host) => host.clock.advance(10_000),
  (host) => host.clock.advance(21_000),
  (host) => setTransfer(host, { ...pending, state: 'declined', endedAt: testStart, version: 3 }),
  (host) => setTransfer(host, pending),
  (host) => moveToColleague(host, pending),
];

test('under a page translator the window goes through a hand-over, and says what it says without one', async () => {
  const [host, other] = [hostWithConversation(), hostWithConversation()];
  const plain = await renderInHost(smsWindow, host);
  const translated = await renderInHost(smsWindow, other);
  const stop = translate(translated.container);
  expect(translated.container.querySelector('font')).not.toBeNull();
  for (const step of steps) {
    step(host, plain);
    step(other, translated);
    await Promise.resolve();
    expect(translated.crashes).toEqual([]);
    expect(translated.container.textContent).toBe(plain.container.textContent);
  }
  stop();
});
