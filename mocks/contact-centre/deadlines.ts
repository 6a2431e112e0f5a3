import { expireInvitation } from './answers';
import { confirmDelivery } from './conversations';
import { publishDirectory } from './directory';
import type { Draft } from './draft';
import { silenceMs } from './limits';
import { endWrapUp } from './readiness';
import { loseSight } from './sessions';
import type { CentreState, Receipt } from './state';
import { find, get } from './state';

/** Something that happens by itself when its time has come. */
type Deadline = { readonly due: number } & (
  | { readonly what: 'invitation'; readonly invitationId: string }
  | { readonly what: 'wrapUp' | 'silence'; readonly agentId: string }
  | { readonly what: 'receipt'; readonly receipt: Receipt }
  | { readonly what: 'directory' }
);

/** When the contact centre next has to be told the time; `undefined` when nothing is waiting. */
export function nextDeadline(state: CentreState): number | undefined {
  return deadlines(state)[0]?.due;
}

/** Does all that is overdue, in order of deadline. */
export function passTime(draft: Draft): void {
  for (const deadline of deadlines(draft.state)) {
    if (deadline.due <= draft.at) happen(draft, deadline);
  }
}

function deadlines(state: CentreState): Deadline[] {
  const all: Deadline[] = [];
  for (const { invitation } of Object.values(state.invitations)) {
    if (invitation.state === 'offered' && invitation.expiresAt !== null)
      all.push({ due: invitation.expiresAt, what: 'invitation', invitationId: invitation.id });
  }
  for (const { id, wrapUp, streamLostAt, reachable } of Object.values(state.agents)) {
    if (wrapUp?.until !== undefined) all.push({ due: wrapUp.until, what: 'wrapUp', agentId: id });
    if (streamLostAt !== undefined && reachable)
      all.push({ due: streamLostAt + silenceMs, what: 'silence', agentId: id });
  }
  for (const receipt of state.receipts) all.push({ due: receipt.due, what: 'receipt', receipt });
  if (state.directory.publishAt !== undefined) all.push({ due: state.directory.publishAt, what: 'directory' });
  return all.sort((a, b) => a.due - b.due);
}

function happen(draft: Draft, deadline: Deadline): void {
  switch (deadline.what) {
    case 'invitation': {
      const record = find(draft.state.invitations, deadline.invitationId);
      if (record?.invitation.state === 'offered') expireInvitation(draft, record);
      return;
    }
    case 'wrapUp':
      return endWrapUp(draft, get(draft.state.agents, deadline.agentId));
    case 'silence':
      return loseSight(draft, get(draft.state.agents, deadline.agentId));
    case 'receipt':
      return confirmDelivery(draft, deadline.receipt);
    case 'directory':
      return publishDirectory(draft);
  }
}
