import { conversation } from './demo-data';
import { largeCentre, largeFromTheStart } from './large-directory';
import { goodNetwork } from './scenario';
import type { Happening, Scenario } from './scenario';

const centre = largeCentre({ ana: { description: 'Demo agent, five conversations', capacity: 8 } });

const anas = [
  conversation({ name: 'Dana Whitlock', digits: 150, segment: 'Silver' }, [6, 'customer', 'Is my parcel lost?']),
  conversation(
    { name: 'Olu Adeyemi', digits: 151, queueId: 'delivery' },
    [5, 'customer', 'Can you send it to my neighbour instead?'],
    [4, 'ana', 'Yes. What is the number of the house?'],
  ),
  conversation({ name: 'ليلى حداد', digits: 152, priority: 'high' }, [4, 'customer', 'أين طلبي؟']),
  conversation({ name: '佐藤 さくら', digits: 153 }, [3, 'customer', '注文を変更できますか？']),
];

const texts = ['Hello?', 'Is there any news?', 'I have found the number of the order', 'It is 48213', 'Thank you!'];
const everyMs = 4_000;
const lastsMs = 10 * 60_000;

export const busyFloor: Scenario = {
  id: 'busy-floor',
  title: 'A busy floor',
  description:
    'A large directory in which about a thousand agents become Ready or Not Ready in each second. For ten minutes after Ana has signed in, one of her five customers writes every four seconds. It begins anew when no window shows it.',
  agent: 'ana',
  seed: { ...centre, conversations: [...centre.conversations, ...anas] },
  happenings: [
    largeFromTheStart,
    { when: { event: 'start' }, afterMs: 0, do: { kind: 'setPresenceTraffic', perSecond: 1_000 } },
    ...Array.from({ length: lastsMs / everyMs }, (_, turn) => writes(turn)),
  ],
  network: goodNetwork,
  isKept: false,
};

function writes(turn: number): Happening {
  const { id } = anas[turn % anas.length] ?? centre.conversations[0] ?? { id: '' };
  return {
    when: { event: 'signedIn', agentId: 'ana' },
    afterMs: (turn + 1) * everyMs,
    do: {
      kind: 'customerWrites',
      interactionId: id,
      text: texts[Math.floor(turn / anas.length) % texts.length] ?? '',
    },
  };
}
