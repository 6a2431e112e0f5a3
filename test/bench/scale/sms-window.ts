import type { Message } from '@baton/contracts';
import { aMessage, anInteraction, byId, createTestHost, testStart } from '@baton/host-kit/testing';
import { systemClock } from '@baton/runtime';
import * as smsWindow from '@baton/sms-window';
import { mountModule } from './mount';
import { found } from './subject';
import type { Subject } from './subject';

/** What a desktop holds by itself; the rest was loaded by the agent. */
const heldMessages = 50;

/** The SMS window with two conversations: one of a single message, and one of `rows`, all of them loaded. */
export async function createSubject(rows: number): Promise<Subject> {
  const [short, long] = [anInteraction({ id: 'short' }), anInteraction({ id: 'long' })];
  const messages = Array.from({ length: rows }, (_, index) => messageOf(index));
  const asked: string[] = [];
  const host = createTestHost({
    state: {
      interactions: byId(short, long),
      conversations: {
        short: { messages: [aMessage()], earlier: false },
        long: { messages: messages.slice(-heldMessages), earlier: rows > heldMessages },
      },
    },
    // Instead of page after page, all in one.
    reads: {
      ...createTestHost().reads,
      messages({ interactionId }) {
        asked.push(interactionId);
        const value = { interactionId, messages: messages.slice(0, -heldMessages), earlier: false };
        return Promise.resolve({ ok: true, value });
      },
    },
  });
  const show = (interactionId: string) => host.bus.emit('interaction.active', { interactionId, focus: false });
  show('long');
  const root = await mountModule(smsWindow, { ...host, clock: systemClock });
  const isLoaded = () => rows <= heldMessages || asked.length > 0;
  while (!isLoaded()) {
    // Load earlier messages, once it is there.
    root.querySelector<HTMLElement>('[role="log"] button')?.click();
    await nextFrame();
  }
  await nextFrame();
  show('short');

  let count = rows;
  return {
    open: () => show('long'),
    close: () => show('short'),
    change() {
      const message = messageOf(count);
      count += 1;
      host.setState(({ conversations }) => ({
        conversations: {
          ...conversations,
          long: { earlier: rows > heldMessages, messages: [...(conversations.long?.messages ?? []), message] },
        },
      }));
    },
    list: () => found(root.querySelector('[role="log"]'), 'log'),
    field: () => found(root.querySelector('textarea'), 'composer'),
  };
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function messageOf(index: number): Message {
  return aMessage({ index, at: testStart - 90_000_000 + index * 1000, text: `Text ${index}: my parcel has not come.` });
}
