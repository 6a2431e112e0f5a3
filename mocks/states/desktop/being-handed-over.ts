import { atWork, bianca } from '../../scenarios/demo-data';
import { olusConversation, withOlu } from '../other-conversation';
import { by, defineState } from '../state';

const seed = withOlu(3);
const refunds = { kind: 'skill', id: 'refunds', name: 'Refunds' } as const;

export const beingHandedOver = defineState({
  id: 'being-handed-over',
  title: 'Two transfers wait',
  description:
    'Of the skill Refunds, David has declined Olu’s conversation and Bianca is asked; she is invited to Sam’s as well.',
  seed: { ...seed, agents: seed.agents.map((agent) => (agent.id === 'david' ? { ...agent, ...atWork } : agent)) },
  shows: { screen: 'rest' },
  played: [
    [1000, by('ana', { type: 'startTransfer', interactionId: olusConversation, target: refunds })],
    [2000, by('david', { type: 'answer', with: 'declineInvitation' })],
    [4000, by('ana', { type: 'startTransfer', interactionId: 'sms-123', target: bianca })],
  ],
  opensAfterMs: 8000,
});
