import { ana, atWork, conversation, demoCentre } from './demo-data';
import { goodNetwork } from './scenario';
import type { Scenario } from './scenario';

const demo = demoCentre({
  ana: { description: 'Demo agent, two conversations' },
  bianca: atWork,
  chen: { capacity: 8 },
});

/** Texts that try to deceive the agent, or to break the page. */
export const hostileTexts = [
  '<img src=x onerror="alert(1)"><script>alert(2)</script><b>bold</b> &amp; &lt;i&gt;',
  'A'.repeat(400),
  'See https://bank.example@evil.example/login or https://evil.example/\u202Efdp.exe',
  'See https://раураl.example, javascript:alert(3), data:text/html,<script>alert(4)</script>',
  '(https://example.com/path_(1)?a=b&c=d#e), https://example.com/abc。よろしく https://example.com/متجر؟',
  `https://example.com/${'very-long-path/'.repeat(40)}`,
  'I paid \u202E00.01£\u202C and \u2067owe nothing',
  `Z${'\u0335\u0321\u0361\u0489'.repeat(40)}algo`,
  '\u200B\u2060\u00AD\u2800',
  'half a pair: \uD83D, and a zero: \u0000',
  '{customer} {count, plural, other {#}} %s $& \\u0041',
  Array.from({ length: 120 }, (_, line) => `line ${line + 1}`).join('\n'),
  'word '.repeat(2000),
] as const;

export const hostileTextsScenario: Scenario = {
  id: 'hostile-texts',
  title: 'Hostile texts',
  description:
    'Customers write HTML, words without a break, deceptive links, changes of direction, stacked accents, invisible characters and ten thousand letters; Chen Wei invites Ana to another such conversation.',
  agent: 'ana',
  seed: {
    ...demo,
    conversations: [
      ...demo.conversations,
      conversation(
        { name: 'Eve Quill', digits: 133 },
        ...hostileTexts.map((text, place) => [30 - place, 'customer', text] as const),
      ),
      conversation({ name: 'Mallory Vance', digits: 134, ownerId: 'chen', segment: '<b>Gold</b>' }, [
        3,
        'customer',
        `<b>${'W'.repeat(300)}</b> \u202E${hostileTexts[2]}`,
      ]),
    ],
  },
  happenings: [
    {
      when: { event: 'signedIn', agentId: 'ana' },
      afterMs: 4000,
      do: {
        kind: 'command',
        agentId: 'chen',
        command: {
          type: 'startTransfer',
          interactionId: 'sms-134',
          target: ana,
          note: `<script>alert(5)</script> \u202E${'note'.repeat(100)}`,
        },
      },
    },
  ],
  network: goodNetwork,
};
