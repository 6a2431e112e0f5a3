import type { Command } from '@baton/contracts';
import { acceptInvitation, declineInvitation, extendInvitation } from './answers';
import {
  completeInteraction,
  customerEnds,
  customerStarts,
  customerWrites,
  redeliverMessage,
  sendMessage,
} from './conversations';
import { passTime } from './deadlines';
import { noteDirectoryChange } from './directory';
import { changeDirectory } from './directory-changes';
import { Draft } from './draft';
import { framesBetween } from './frames';
import { refuse } from './inputs';
import type { Input, Refusal, StepResult } from './inputs';
import { checkInvariants } from './invariants';
import { markNoticesRead } from './notices';
import { offerPoolTransfers } from './pools';
import { updatePresence } from './presence';
import { offerWaiting } from './queues';
import { setChannelState } from './readiness';
import { signIn, signOut, streamFound, streamLost } from './sessions';
import type { CentreState } from './state';
import { find } from './state';
import { idInUse, known, rememberTaken } from './taken';
import { setTimeToAnswer } from './time-to-answer';
import { addRecent, removeFavourite, saveFavourite } from './target-lists';
import { cancelTransfer, dismissTransfer, startTransfer } from './transfers';

/**
 * Lets one thing happen. Pure: the same state and input always give the same
 * result. Refused inputs, repeated commands and inputs without any effect leave
 * the very same state object. Throws when an invariant is broken, which is a
 * defect of the model.
 */
export function step(state: CentreState, input: Input): StepResult {
  const repeated = input.kind === 'command' ? known(state, input.agentId, input.command) : 'new';
  if (repeated === 'taken') return { ok: true, state, frames: [] };
  if (repeated === 'idInUse') return { ok: false, problem: idInUse };
  const draft = new Draft(state, Math.max(input.at, state.now));
  const refusal = apply(draft, input);
  if (refusal) return { ok: false, problem: refusal };
  settle(draft);
  if (draft.state === state) return { ok: true, state, frames: [] };
  const next: CentreState = { ...draft.state, cursor: draft.cursor, now: draft.at };
  checkInvariants(next);
  return { ok: true, state: next, frames: framesBetween(state, next, input) };
}

/** Brings about what follows from a change: offers, presence, news of the directory. */
export function settle(draft: Draft): void {
  offerWaiting(draft);
  offerPoolTransfers(draft);
  updatePresence(draft);
  noteDirectoryChange(draft);
}

function apply(draft: Draft, input: Input): Refusal | undefined {
  switch (input.kind) {
    case 'command':
      return take(draft, input.agentId, input.command);
    case 'time':
      passTime(draft);
      return undefined;
    case 'customerStarts':
      return customerStarts(draft, input);
    case 'customerWrites':
      return customerWrites(draft, input);
    case 'customerEnds':
      return customerEnds(draft, input);
    case 'streamLost':
    case 'streamFound': {
      const agent = find(draft.state.agents, input.agentId);
      if (!agent) return refuse('not_found', `No agent "${input.agentId}"`);
      (input.kind === 'streamLost' ? streamLost : streamFound)(draft, agent);
      return undefined;
    }
    case 'directoryChange':
      return changeDirectory(draft, input.change);
  }
}

/** Carries a command out and remembers that it was taken. */
function take(draft: Draft, agentId: string, command: Command): Refusal | undefined {
  const agent = find(draft.state.agents, agentId);
  if (!agent) return refuse('not_found', `No agent "${agentId}"`);
  if (!agent.signedIn && command.type !== 'signIn' && command.type !== 'signOut')
    return refuse('invalid_state', `${agent.name} is signed out`);
  const refusal = carryOut(draft, agentId, command);
  if (refusal) return refusal;
  rememberTaken(draft, agentId, command);
  return undefined;
}

function carryOut(draft: Draft, agentId: string, command: Command): Refusal | undefined | void {
  switch (command.type) {
    case 'signIn':
      return signIn(draft, agentId, command);
    case 'signOut':
      return signOut(draft, agentId);
    case 'setChannelState':
      return setChannelState(draft, agentId, command);
    case 'startTransfer':
      return startTransfer(draft, agentId, command);
    case 'cancelTransfer':
      return cancelTransfer(draft, agentId, command);
    case 'dismissTransfer':
      return dismissTransfer(draft, agentId, command);
    case 'acceptInvitation':
      return acceptInvitation(draft, agentId, command);
    case 'declineInvitation':
      return declineInvitation(draft, agentId, command);
    case 'extendInvitation':
      return extendInvitation(draft, agentId, command);
    case 'setTimeToAnswer':
      return setTimeToAnswer(draft, agentId, command);
    case 'sendMessage':
      return sendMessage(draft, agentId, command);
    case 'redeliverMessage':
      return redeliverMessage(draft, agentId, command);
    case 'completeInteraction':
      return completeInteraction(draft, agentId, command);
    case 'markNoticesRead':
      return markNoticesRead(draft, agentId, command);
    case 'saveFavourite':
      return saveFavourite(draft, agentId, command);
    case 'removeFavourite':
      return removeFavourite(draft, agentId, command);
    case 'addRecent':
      return addRecent(draft, agentId, command);
  }
}
