import { ana, atWork, conversation, demoCentre } from './demo-data';
import { answering, goodNetwork } from './scenario';
import type { Happening, Scenario } from './scenario';

const demo = demoCentre({
  ana: { description: 'Demo agent, nine conversations', capacity: 14 },
  chen: { capacity: 8, sinceMs: 30 * 60_000 },
  kavya: { ...atWork, reason: undefined, sinceMs: 60 * 60_000 },
  farid: atWork,
  leo: atWork,
});

const anas = [
  conversation(
    { name: 'Dana Whitlock', digits: 124, segment: 'Silver' },
    [31, 'customer', 'My parcel says delivered but it is not here.'],
    [29, 'ana', 'Hello Dana, this is Ana. I am asking the courier where it was left.'],
    [28, 'customer', 'Thanks, I will wait.'],
    [3, 'ana', 'It was left with number 14. Can you ask there?'],
  ),
  conversation(
    { name: 'Olu Adeyemi', digits: 125, queueId: 'delivery' },
    [14, 'customer', 'Can I still change the address of order 51170?'],
    [12, 'ana', 'Yes, until it leaves the warehouse. What is the new address?'],
    [6, 'customer', '22 Quay Street, flat 3'],
    [5, 'customer', 'And please ring twice, the bell is broken'],
  ),
  conversation(
    { name: 'ليلى حداد', digits: 126, segment: 'Gold', priority: 'high' },
    [22, 'customer', 'مرحبا، لم يصلني الطلب 60233 حتى الآن.'],
    [20, 'ana', 'مرحبا ليلى، أنا آنا. سأتحقق من ذلك.'],
    [4, 'customer', 'هل من جديد؟'],
  ),
  conversation(
    { name: '佐藤 さくら', digits: 127 },
    [18, 'customer', '領収書を送ってください。'],
    [17, 'ana', '承知しました。少々お待ちください。'],
    [16, 'ana', '領収書をお送りしました。'],
  ),
  conversation(
    { name: 'Zoë Brandt 🌻', digits: 128, queueId: 'delivery' },
    [9, 'customer', 'Wo bleibt meine Bestellung? 😕'],
    [8, 'ana', 'Guten Tag Zoë, ich sehe sofort nach.'],
    [2, 'customer', 'Danke 🙏'],
  ),
  conversation(
    { name: 'Dana Whitfield', digits: 129 },
    [40, 'customer', 'Please cancel my subscription.'],
    [38, 'ana', 'Hello Dana, this is Ana. It ends on 30 November. Shall I confirm by text?'],
  ),
  conversation({ name: 'Maximilian Oberhuber-Lindenthal', digits: 130, priority: 'low' }, [2, 'customer', 'Hi']),
  conversation(
    { name: 'Priya Nair', digits: 131 },
    [11, 'customer', 'Is the refund on its way?'],
    [10, 'ana', 'Yes, it takes three to five days.', 'server'],
  ),
];

const colleagues = [
  conversation(
    { name: 'Noor Haddad', digits: 140, ownerId: 'chen', queueId: 'delivery', segment: 'Gold' },
    [12, 'customer', 'The driver rang the wrong bell and left with my parcel.'],
    [5, 'customer', 'Could somebody please call him back?'],
  ),
  conversation({ name: 'Tom Ashby', digits: 141, ownerId: 'chen' }, [3, 'customer', 'Which card did you charge?']),
  conversation(
    { name: '陳美玲', digits: 142, ownerId: 'grace', priority: 'high' },
    [7, 'customer', '我要退貨。'],
    [6, 'grace', 'One moment, I will bring in a colleague.'],
  ),
];

export const busyAgent: Scenario = {
  id: 'busy-agent',
  title: 'A busy agent',
  description:
    'Ana has nine conversations. Four seconds after she has signed in, three invitations arrive at once, and customers go on writing. Chen Wei and Farid Nasser accept, Kavya Raman declines, Leo Marchetti does not answer; in Delivery Kavya declines and the next one is asked.',
  agent: 'ana',
  seed: { ...demo, conversations: [...demo.conversations, ...anas, ...colleagues] },
  happenings: [
    answering('chen', 'acceptInvitation'),
    answering('farid', 'acceptInvitation'),
    answering('kavya', 'declineInvitation'),
    invites('chen', 'sms-140', 'Needs the driver’s number, which I cannot see.'),
    invites('chen', 'sms-141'),
    invites('grace', 'sms-142', 'Wants to return two of three items.'),
    writes(9, 'sms-124', 'They say they have nothing.'),
    writes(15, 'sms-129', 'Yes please'),
    writes(16, 'sms-129', 'And thank you!'),
    writes(40, 'sms-126', 'ما زلت أنتظر'),
    writes(75, 'sms-130', 'Is anybody there?'),
  ],
  network: goodNetwork,
};

function invites(agentId: string, interactionId: string, note?: string): Happening {
  const command = { type: 'startTransfer' as const, interactionId, target: ana, ...(note && { note }) };
  return { when: { event: 'signedIn', agentId: 'ana' }, afterMs: 4000, do: { kind: 'command', agentId, command } };
}

function writes(afterSeconds: number, interactionId: string, text: string): Happening {
  return {
    when: { event: 'signedIn', agentId: 'ana' },
    afterMs: afterSeconds * 1000,
    do: { kind: 'customerWrites', interactionId, text },
  };
}
