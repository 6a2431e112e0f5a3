import { generatedName } from '../contact-centre/generated-names';
import { createSeededRandom } from '../testing/seeded-random';
import { conversation, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Happening, Scenario } from './scenario';

/** Number of Ana's conversations. */
export const manyCount = 50;

const everyMs = 5_000;
const lastsMs = 10 * 60_000;

const demo = demoCentre({ ana: { description: `Demo agent, ${manyCount} conversations`, capacity: 60 } });
const { next } = createSeededRandom(50);

const begun = [
  'My order has not arrived.',
  'You have charged me twice.',
  'Can I return one of three items?',
  'The code that you sent does not work.',
  'Please call me back about my contract.',
];

const added = ['Hello?', 'I have a picture of it, if that helps', 'Never mind, it is here', 'When will I know?'];

const open = demo.conversations.filter(({ ended }) => !ended).length;

const anas = Array.from({ length: manyCount - open }, (_, place) => {
  const minutesAgo = 2 + place;
  return conversation(
    { name: generatedName(next).name, digits: 300 + place, queueId: place % 3 === 0 ? 'delivery' : 'billing' },
    [minutesAgo, 'customer', begun[place % begun.length] ?? ''],
    ...(place % 2 === 0 ? [[minutesAgo - 1, 'ana', 'I am looking at it now.'] as const] : []),
  );
});

export const manyConversations: Scenario = {
  id: 'many-conversations',
  title: 'Many conversations',
  description:
    'Ana has fifty conversations. For ten minutes after she has signed in, the customer of one of them writes every five seconds.',
  agent: 'ana',
  seed: { ...demo, conversations: [...demo.conversations, ...anas] },
  happenings: Array.from({ length: lastsMs / everyMs }, (_, turn) => writes(turn)),
  network: goodNetwork,
};

function writes(turn: number): Happening {
  // Eleven apart, so that texts come in for rows in many places of the list, and in the end for all.
  const interactionId = anas[(turn * 11) % anas.length]?.id ?? '';
  return {
    when: { event: 'signedIn', agentId: 'ana' },
    afterMs: (turn + 1) * everyMs,
    do: { kind: 'customerWrites', interactionId, text: added[turn % added.length] ?? '' },
  };
}
