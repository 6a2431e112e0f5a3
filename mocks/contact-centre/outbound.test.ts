import { transcriptOf } from './transcripts';
import { Play, eventsFor, types } from './testing/play';
import { seedWith, testSeed } from './testing/seed';

const start = { type: 'startInteraction', to: '+447700900150', text: 'Your parcel is here.' } as const;
const stop = (play: Play, interactionId: string) =>
  play.happen({ kind: 'customerWrites', interactionId, text: 'STOP' });

test('an agent begins a conversation with a text: they own it, and it is known by the command', () => {
  const play = new Play();
  const frames = play.send('ana', start, 'start-1');
  expect(eventsFor(frames, 'ana').filter(({ type }) => type !== 'agent.state')).toMatchObject([
    {
      type: 'interaction.assigned',
      why: 'outbound',
      interaction: { commandId: 'start-1', contact: { address: { value: '+447700900150' } } },
    },
    { type: 'messages.appended', messages: [{ text: start.text, delivery: { state: 'sent' } }] },
  ]);
  play.wait(1000);
  expect(transcriptOf(play.state, 'interaction-1')).toMatchObject([{ delivery: { state: 'delivered' } }]);
  expect(play.owner('interaction-1')).toBe('ana');
});

test('sent again under its id it begins nothing more', () => {
  const play = new Play();
  play.send('ana', start, 'start-1');
  expect(play.send('ana', start, 'start-1')).toEqual([]);
});

test('a number with an open conversation is refused, with its owner: two windows begin one', () => {
  const play = new Play();
  play.send('ana', start);
  const owner = { kind: 'agent', id: 'ana', name: 'Ana Ruiz' };
  expect(play.refusal('ana', start)).toMatchObject({ code: 'already_open', owner });
  expect(play.refusal('bianca', start)).toMatchObject({ code: 'already_open', owner });
});

test('a conversation that waits belongs to its queue', () => {
  const play = new Play(seedWith({ bianca: { signedIn: false }, chen: { signedIn: false } }));
  const contact = { id: 'contact-9', name: 'Robin Lee', address: { kind: 'phone', value: start.to } } as const;
  play.happen({ kind: 'customerStarts', contact, queueId: 'delivery', text: 'Hello?' });
  expect(play.refusal('ana', start)).toMatchObject({ owner: { kind: 'queue', id: 'delivery', name: 'Delivery' } });
});

test('who has opted out in an earlier conversation gets no text; the customer of one is known again', () => {
  const play = new Play();
  stop(play, 'sms-1');
  for (const interactionId of ['sms-1', 'sms-2']) play.send('ana', { type: 'completeInteraction', interactionId });
  expect(play.refusalCode('ana', { ...start, to: '+447700900123' })).toBe('opted_out');
  const frames = play.send('ana', { ...start, to: '+447700900124' });
  expect(eventsFor(frames, 'ana')).toMatchObject([{ interaction: { contact: { name: 'Sam Carter' } } }, {}]);
});

test('a landline gets no text', () => {
  expect(new Play().refusalCode('ana', { ...start, to: '+442079460100' })).toBe('invalid_number');
});

test('an agent with as many conversations as they may have begins none', () => {
  const play = new Play(seedWith({ ana: { capacity: 2 } }));
  expect(play.refusalCode('ana', start)).toBe('at_capacity');
});

test('agents send from the queues of which they are members', () => {
  const play = new Play();
  const senders = ['billing', 'delivery'].map((id) => expect.objectContaining({ id }));
  expect(play.snapshot('bianca').capabilities).toMatchObject({ startInteraction: true, senders });
  play.send('bianca', { ...start, from: 'delivery' });
  expect(play.snapshot('bianca').interactions).toMatchObject([{ queue: { id: 'delivery' } }]);
  expect(play.refusalCode('ana', { ...start, to: '+447700900151', from: 'delivery' })).toBe('not_found');
});

test('where agents cannot begin conversations, the capability is absent and the command is refused', () => {
  const play = new Play({ ...testSeed, quirks: { inboundOnly: true } });
  expect(play.snapshot('ana').capabilities).not.toHaveProperty('startInteraction');
  expect(play.refusalCode('ana', start)).toBe('forbidden');
});

test('a conversation that is handed over is no longer one that its owner has begun', () => {
  const play = new Play();
  play.send('ana', start);
  play.start('agent', 'bianca', 'interaction-1');
  const frames = play.accept('bianca');
  expect(types(frames, 'bianca')).toContain('interaction.assigned');
  expect(play.snapshot('bianca').interactions[0]).not.toHaveProperty('commandId');
});
