import { demoCentre } from '../../scenarios/demo-data';
import { anaTransfers, defineState } from '../state';

const { agents, ...centre } = demoCentre();

export const rejectNotAllowed = defineState({
  id: 'reject-not-allowed',
  title: 'An invitation that the role does not allow to reject',
  description: 'Ana has invited Bianca, whose role allows her to accept, and neither to reject nor to transfer.',
  agent: 'bianca',
  seed: {
    ...centre,
    agents: agents.map((agent) =>
      agent.id === 'bianca' ? { ...agent, privileges: { reject: false, transfer: false } } : agent,
    ),
  },
  shows: { invitation: 'none offered' },
  played: [[1000, anaTransfers()]],
});
