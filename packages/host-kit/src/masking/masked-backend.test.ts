import { emptySnapshot } from '@baton/contracts/testing';
import type { EventFrame, Message, StreamListener } from '@baton/contracts';
import { aMessage, aReply, anInteraction, anInvitation } from '../testing';
import { fakeBackend } from '../testing/fake-backend';
import { maskedBackend } from './masked-backend';

const card = '4111 1111 1111 1111';
const customer = aMessage({ text: `It is ${card}` });
const colleague = aReply({ index: 1, text: `${card}?` });
const caseData = { paidWith: card, order: 48213 };
const interaction = anInteraction({ caseData, handover: { note: `Card ${card}` } });
const invitation = anInvitation({ caseData, note: `Card ${card}`, lastMessage: { text: card, at: 1 } });
const page = (messages: Message[]) => ({ interactionId: interaction.id, messages, earlier: false });
const snapshot = {
  ...emptySnapshot(),
  interactions: [interaction],
  messages: [page([customer, colleague])],
  invitations: [invitation],
};

const holdsNumber = (value: unknown) => /1111 ?1111/.test(JSON.stringify(value));

test('no answer and no event has a card number in it, and all the rest is as it was', async () => {
  const heard: unknown[] = [];
  const inner = fakeBackend();
  inner.snapshots.push({ ok: true, value: snapshot });
  inner.messages = () => Promise.resolve({ ok: true, value: page([customer]) });
  inner.send = ({ commandId }) => Promise.resolve({ ok: true, value: { commandId, snapshot } });
  const backend = maskedBackend(inner);

  heard.push(await backend.snapshot({}), await backend.messages({ interactionId: interaction.id }));
  heard.push(await backend.send({ type: 'signIn', commandId: 'command-1', ready: true }));
  const listener: StreamListener = {
    onFrame: (frame) => heard.push(frame),
    onOpen: () => heard.push('open'),
    onBreak: () => undefined,
    onGap: () => undefined,
    onLost: () => undefined,
    onTime: () => undefined,
  };
  backend.follow(0, listener, new AbortController().signal);
  const events: EventFrame['events'] = [
    { type: 'messages.appended', interactionId: interaction.id, messages: [customer, colleague] },
    { type: 'interaction.assigned', interaction, why: 'transfer' },
    { type: 'interaction.updated', interaction },
    { type: 'invitation.offered', invitation },
    { type: 'invitation.updated', invitation },
  ];
  inner.stream?.onFrame({ v: 1, cursor: 1, at: 1, events });
  inner.stream?.onOpen();

  expect(heard).toHaveLength(5);
  for (const one of heard) expect(holdsNumber(one)).toBe(false);
  expect(JSON.parse(JSON.stringify(heard).replaceAll('•••• 1111', card))).toEqual(
    JSON.parse(
      JSON.stringify([
        { ok: true, value: snapshot },
        { ok: true, value: page([customer]) },
        { ok: true, value: { commandId: 'command-1', snapshot } },
        { v: 1, cursor: 1, at: 1, events },
        'open',
      ]),
    ),
  );
});

test('a card number among the case data is masked also where it is a number', async () => {
  const paid = anInteraction({ caseData: { paidWith: 4111111111111111, order: 48213 } });
  const inner = fakeBackend();
  inner.snapshots.push({ ok: true, value: { ...emptySnapshot(), interactions: [paid] } });
  const answer = await maskedBackend(inner).snapshot({});
  expect(answer.ok && answer.value.interactions[0]?.caseData).toEqual({ paidWith: '•••• 1111', order: 48213 });
});
