import { demoCentre } from '../../scenarios/demo-data';
import type { ConversationSeed } from '../../contact-centre';
import { defineState } from '../state';

const minute = 60_000;
const centre = demoCentre();
const [sam] = centre.conversations;

/** What Chen was asked this morning. */
const thisMorning = (contact: ConversationSeed['contact']): ConversationSeed => ({
  id: 'sms-earlier-2',
  contact,
  queueId: 'billing',
  ownerId: 'chen',
  startedAgoMs: 200 * minute,
  ended: { agoMs: 180 * minute },
  messages: [
    { agoMs: 200 * minute, text: 'There are two payments on my card. Is that right?' },
    {
      agoMs: 195 * minute,
      agentId: 'chen',
      text: 'One of them may be held back for a day only. Please look again tonight.',
    },
    { agoMs: 190 * minute, text: 'OK, I will' },
  ],
});

export const lastDay = defineState({
  id: 'last-day',
  title: 'Texts of the last 24 hours',
  description: 'Sam wrote to Chen this morning. Ana reads it above the conversation, without asking for it.',
  shows: { screen: 'conversation' },
  seed: { ...centre, conversations: [...centre.conversations, ...(sam ? [thisMorning(sam.contact)] : [])] },
  steps: [{ see: 'sms-window last-day message', at: 2 }],
});
