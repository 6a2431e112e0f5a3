import type { EventBus, Facts } from '@baton/contracts';
import { createEventBus } from './event-bus';
import { createManualClock } from '@baton/contracts/testing';

// The compiler is the test: every line below "@ts-expect-error" must fail to compile, every other must not.

function wrongTopics(bus: EventBus): void {
  // @ts-expect-error no such fact
  bus.emit('transfer.finished', {});
  // @ts-expect-error no such fact
  bus.on('transfer.finished', () => {});
  // @ts-expect-error no such request
  void bus.request('target.choose', {});
  // @ts-expect-error a fact is not asked for
  void bus.request('agent.state', {});
  // @ts-expect-error a request is not emitted
  bus.emit('target.pick', { interactionId: 'i1', kinds: [] });
}

function wrongPayloads(bus: EventBus): void {
  // @ts-expect-error `unread` is missing
  bus.emit('attention.changed', { incoming: 1 });
  // @ts-expect-error a number is not an id
  bus.emit('interaction.active', { interactionId: 7, focus: true });
  // @ts-expect-error one field too many
  bus.emit('attention.changed', { incoming: 1, unread: 0, customer: 'nobody' });
  bus.on('interaction.active', (fact) => {
    // @ts-expect-error it may be null
    fact.interactionId.length;
  });
  // @ts-expect-error `planet` is no kind of target
  void bus.request('target.pick', { interactionId: 'i1', kinds: ['planet'] });
}

function wrongAnswers(bus: EventBus): void {
  // @ts-expect-error no such action
  bus.respond('target.pick', () => ({ action: 'call' }));
  // @ts-expect-error an answer is due
  bus.respond('notice.post', () => {});
  // @ts-expect-error `noticeId` is a string
  bus.respond('notice.post', async () => ({ noticeId: 7 }));
}

async function answersAreTyped(bus: EventBus): Promise<void> {
  const picked = await bus.request('target.pick', { interactionId: 'i1', kinds: ['agent'] });
  // @ts-expect-error only after looking at `action` there is a target
  picked.target;
  if (picked.action === 'smsTransfer') picked.target.name satisfies string;
  const last: Facts['agent.state'] | undefined = bus.retained('agent.state');
  last?.readyForSms satisfies boolean | undefined;
}

test('wrong topics, payloads and answers do not compile', () => {
  const misuses = [wrongTopics, wrongPayloads, wrongAnswers, answersAreTyped];
  expect(misuses).toHaveLength(4);
  expect(createEventBus({ clock: createManualClock() })).toBeDefined();
});
