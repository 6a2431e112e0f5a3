import type { CentreState } from '../contact-centre';
import { directorySize } from '../contact-centre/directory-size';
import { isGenerated } from '../contact-centre/generated-agents';
import { refOf } from '../contact-centre/state';
import { rowsOf } from '../contact-centre/table';
import { pageOf } from '../contact-centre/transcripts';
import type { Overview } from '../control/overview';

/** The contact centre as those see it who control it. */
export function overviewOf(
  state: CentreState,
  {
    isFollowing,
    ...facts
  }: Omit<Overview, 'agents' | 'conversations' | 'transfers' | 'invitations' | 'deadlines' | 'directorySize'> & {
    /** Whether a window of an agent has an event stream. */
    isFollowing(agentId: string): boolean;
  },
): Overview {
  return {
    ...facts,
    agents: rowsOf(state.agents, (id) => !isGenerated(id)).map((agent) => {
      const { signedIn, presence, sms } = agent;
      const readiness = sms === undefined ? null : sms.state === 'ready' ? 'ready' : 'notReady';
      return { ...refOf(agent), signedIn, presence, sms: readiness, following: isFollowing(agent.id) };
    }),
    conversations: rowsOf(state.interactions).flatMap(({ id, contact, owner, state: progress }) =>
      progress === 'completed' ? [] : [{ id, contact, owner, ended: progress === 'ended', texts: textsOf(state, id) }],
    ),
    transfers: rowsOf(state.transfers).flatMap(({ transfer }) => {
      if (transfer.state !== 'pending') return [];
      const { id, interactionId, by, target, expiresAt } = transfer;
      return [{ id, interactionId, by, target, expiresAt }];
    }),
    invitations: rowsOf(state.invitations).flatMap(({ agentId, invitation }) => {
      if (invitation.state !== 'offered') return [];
      const { id, interactionId, kind, expiresAt, extensionsLeft } = invitation;
      return [{ id, interactionId, agentId, kind, expiresAt, extensionsLeft }];
    }),
    deadlines: [...state.index.deadlines],
    directorySize: directorySize(state),
  };
}

type Text = Overview['conversations'][number]['texts'][number];

/** What the customer's phone shows: no events of the contact centre, and no text that has not been delivered. */
function textsOf(state: CentreState, interactionId: string): Text[] {
  return pageOf(state, interactionId, undefined, 100)
    .messages.flatMap((message): Text[] => {
      switch (message.kind) {
        case 'customer': {
          const pictures = message.attachments?.flatMap(({ url }) => url ?? []) ?? [];
          return [{ by: 'customer', text: message.text, pictures }];
        }
        case 'agent':
          return message.delivery.state === 'failed' ? [] : [{ by: 'agent', text: message.text, pictures: [] }];
        default:
          return [];
      }
    })
    .slice(-50);
}
