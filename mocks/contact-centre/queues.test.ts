import type { Contact } from '@baton/contracts';
import { owners } from '.';
import { Play, eventsFor, types } from './testing/play';
import { seedWith } from './testing/seed';

const contact: Contact = {
  id: 'contact-9',
  name: 'Robin Lee',
  address: { kind: 'phone', value: '+447700900199', display: '+44 7700 900199' },
};
const robinTexts = { kind: 'customerStarts', contact, queueId: 'delivery', text: 'Where is my parcel?' } as const;
const notReady = { type: 'setChannelState', channel: 'sms', state: 'notReady' } as const;
const ready = { ...notReady, state: 'ready' } as const;

test('a new conversation is offered from its queue to the member who is longest ready', () => {
  const play = new Play();
  const frames = play.happen(robinTexts);
  expect(eventsFor(frames, 'bianca')).toMatchObject([
    { type: 'invitation.offered', invitation: { kind: 'inbound', contact, queue: { name: 'Delivery' } } },
  ]);
  expect(owners(play.state)['interaction-1']).toEqual({ kind: 'queue', id: 'delivery' });
  const accepted = play.accept('bianca');
  expect(types(accepted, 'bianca')).toEqual(['interaction.assigned', 'messages.appended', 'invitation.ended']);
  expect(owners(play.state)['interaction-1']).toEqual({ kind: 'agent', id: 'bianca' });
});

test('declined or missed it goes to the next; when all let it go it waits', () => {
  const play = new Play();
  play.happen(robinTexts);
  play.decline('bianca');
  expect(play.invited()).toEqual(['chen']);
  play.wait(30_000);
  expect(play.invited()).toEqual([]);
  expect(play.owner('interaction-1')).toBe('delivery');
  play.wait(600_000);
  expect(play.invited()).toEqual([]);
});

test('a waiting conversation is offered to an agent who becomes ready, also again', () => {
  const play = new Play(seedWith({ chen: { signedIn: false } }));
  play.happen(robinTexts);
  play.decline('bianca');
  play.send('bianca', notReady);
  play.send('bianca', ready);
  expect(play.invited()).toEqual(['bianca']);
  play.decline('bianca');
  play.send('dora', { type: 'signIn', ready: true });
  expect(play.invited()).toEqual(['dora']);
});

test('a customer who gives up while waiting leaves the queue', () => {
  const play = new Play();
  play.happen(robinTexts);
  play.happen({ kind: 'customerEnds', interactionId: 'interaction-1' });
  expect(play.owner('interaction-1')).toBeUndefined();
  expect(play.invitation('bianca')).toMatchObject({ outcome: 'conversationEnded' });
});

test('an agent who cannot hold more is not asked', () => {
  const play = new Play(seedWith({ bianca: { capacity: 1 }, chen: { signedIn: false } }));
  play.happen(robinTexts);
  play.happen(robinTexts);
  expect(play.invited()).toEqual(['bianca']);
  play.accept('bianca');
  expect(play.presence('bianca')).toBe('busy');
  play.send('bianca', { type: 'completeInteraction', interactionId: 'interaction-1' });
  expect(play.invited()).toEqual(['bianca']);
});

test('an unknown queue takes no conversation', () => {
  const play = new Play();
  expect(() => play.happen({ ...robinTexts, queueId: 'priority' })).toThrow('not_found');
});
