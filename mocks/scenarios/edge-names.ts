import { ana, atWork, conversation, demoCentre } from './demo-data';
import { answering, goodNetwork } from './scenario';
import type { Scenario } from './scenario';

const demo = demoCentre({
  ana: { description: 'Demo agent, conversations with unusual names', capacity: 16 },
  bianca: atWork,
});

/** Sixty letters without a break opportunity. */
export const sixtyLetters = 'Oberammergauerwiesenthalschmiedehausenwaldseebachtalhofnerin';

/** Real names, and texts that only look like names. */
const edgeNames = [
  'ليلى عبد الرحمن الحداد',
  'נועה בן־דוד',
  '佐藤 健太',
  '김민준',
  'สมชาย ใจดี',
  '👩🏽‍🚒 Rosa 🌻',
  sixtyLetters,
  '+44 7700 900199',
  // Bidi overrides and isolates without an end.
  '\u202EMallory Vance',
  'Eve \u2067Quill',
  'O’Brien & <b>Sons</b>',
  '{customer} #1',
  'X',
] as const;

const colleagues = edgeNames.map((name, place) => ({
  id: `edge-${place}`,
  name,
  address: `edge.${place}`,
  ...atWork,
}));

export const edgeNamesScenario: Scenario = {
  id: 'edge-names',
  title: 'Unusual names',
  description:
    'Customers and colleagues whose names are Arabic, Hebrew, Chinese, Korean, Thai, emoji, sixty letters without a space, a number, or contain characters that change the direction of writing. The first of these colleagues invites Ana and accepts what she transfers; the others do not answer.',
  agent: 'ana',
  seed: {
    ...demo,
    agents: [...demo.agents, ...colleagues],
    pools: [
      ...demo.pools,
      {
        kind: 'queue',
        id: 'edge',
        name: `${sixtyLetters} – قائمة 🌻`,
        address: 'edge',
        members: colleagues.map(({ id }) => id),
      },
    ],
    conversations: [
      ...demo.conversations,
      ...edgeNames.map((name, place) => conversation({ name, digits: 150 + place }, [3, 'customer', `I am ${name}.`])),
      conversation({ name: '\u202EMallory Vance', digits: 180, ownerId: 'edge-0' }, [2, 'customer', 'Hello?']),
    ],
  },
  happenings: [
    answering('edge-0', 'acceptInvitation'),
    {
      when: { event: 'signedIn', agentId: 'ana' },
      afterMs: 4000,
      do: {
        kind: 'command',
        agentId: 'edge-0',
        command: { type: 'startTransfer', interactionId: 'sms-180', target: ana },
      },
    },
  ],
  network: goodNetwork,
};
