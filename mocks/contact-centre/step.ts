import type { Command } from '@baton/contracts';
import { acceptInvitation, declineInvitation, extendInvitation } from './answers';
import {
  completeInteraction,
  customerEnds,
  customerStarts,
  customerWrites,
  redeliverMessage,
  saveNote,
  sendMessage,
} from './conversations';
import { runOverdue } from './deadlines';
import { updateDirectory } from './directory';
import { changeDirectory } from './directory-changes';
import { Transaction } from './transaction';
import { framesBetween } from './frames';
import type { Listeners } from './frames';
import { refuse } from './inputs';
import type { Input, Refusal, StepResult } from './inputs';
import { checkStep } from './invariants';
import { setTimeToAnswer } from './invitations';
import { prune } from './prune';
import { deleteNotices, markNoticesRead, tellAgents } from './notices';
import { offerPoolTransfers } from './pools';
import { updatePresence } from './presence';
import { offerWaiting } from './queues';
import { startInteraction } from './outbound';
import { setChannelState } from './readiness';
import { signIn, signOut, streamFound, streamLost } from './sessions';
import type { CentreState } from './state';
import { find } from './table';
import { commandIdInUse, findLogged, logCommand } from './command-log';
import { addRecent, removeFavourite, saveFavourite } from './target-lists';
import { cancelTransfer, dismissTransfer, redirectTransfer, returnInteraction, startTransfer } from './transfers';

/**
 * Applies one input. Pure: the same state and input always give the same result.
 * Refused inputs, repeated commands and inputs without an effect return the same
 * state object. Throws when an invariant is broken, which is a defect of the
 * model. With `listeners` these agents only get directory events, about the targets that they know.
 */
export function step(state: CentreState, input: Input, listeners?: Listeners): StepResult {
  const repeated = input.kind === 'command' ? findLogged(state, input.agentId, input.command) : 'new';
  if (repeated === 'accepted') return { ok: true, state, frames: [] };
  if (repeated === 'idInUse') return { ok: false, problem: commandIdInUse };
  const tx = new Transaction(state, Math.max(input.at, state.now));
  const refusal = apply(tx, input);
  if (refusal) return { ok: false, problem: refusal };
  applyConsequences(tx);
  if (tx.state === state) return { ok: true, state, frames: [] };
  const next: CentreState = { ...tx.state, cursor: tx.cursor, now: tx.at };
  checkStep(state, next);
  return { ok: true, state: next, frames: framesBetween(state, next, input, listeners) };
}

/** Applies what follows from a change: offers, presence, directory changes, the removal of old rows. */
export function applyConsequences(tx: Transaction): void {
  offerWaiting(tx);
  offerPoolTransfers(tx);
  updatePresence(tx);
  updateDirectory(tx);
  prune(tx);
}

function apply(tx: Transaction, input: Input): Refusal | undefined {
  switch (input.kind) {
    case 'command':
      return applyCommand(tx, input.agentId, input.command);
    case 'time':
      runOverdue(tx);
      return undefined;
    case 'customerStarts':
      return customerStarts(tx, input);
    case 'customerWrites':
      return customerWrites(tx, input);
    case 'customerEnds':
      return customerEnds(tx, input);
    case 'streamLost':
    case 'streamFound': {
      const agent = find(tx.state.agents, input.agentId);
      if (!agent) return refuse('not_found', `No agent "${input.agentId}"`);
      (input.kind === 'streamLost' ? streamLost : streamFound)(tx, agent);
      return undefined;
    }
    case 'directoryChange':
      return changeDirectory(tx, input.change) ?? undefined;
    case 'notice':
      return tellAgents(tx, input);
  }
}

/** Runs a command, and logs it if it is accepted. */
function applyCommand(tx: Transaction, agentId: string, command: Command): Refusal | undefined {
  const agent = find(tx.state.agents, agentId);
  if (!agent) return refuse('not_found', `No agent "${agentId}"`);
  if (!agent.signedIn && command.type !== 'signIn' && command.type !== 'signOut')
    return refuse('invalid_state', `${agent.name} is signed out`);
  const refusal = runCommand(tx, agentId, command);
  if (refusal) return refusal;
  logCommand(tx, agentId, command);
  return undefined;
}

function runCommand(tx: Transaction, agentId: string, command: Command): Refusal | undefined | void {
  switch (command.type) {
    case 'signIn':
      return signIn(tx, agentId, command);
    case 'signOut':
      return signOut(tx, agentId);
    case 'setChannelState':
      return setChannelState(tx, agentId, command);
    case 'startTransfer':
      return startTransfer(tx, agentId, command);
    case 'returnInteraction':
      return returnInteraction(tx, agentId, command);
    case 'redirectTransfer':
      return redirectTransfer(tx, agentId, command);
    case 'cancelTransfer':
      return cancelTransfer(tx, agentId, command);
    case 'dismissTransfer':
      return dismissTransfer(tx, agentId, command);
    case 'acceptInvitation':
      return acceptInvitation(tx, agentId, command);
    case 'declineInvitation':
      return declineInvitation(tx, agentId, command);
    case 'extendInvitation':
      return extendInvitation(tx, agentId, command);
    case 'setTimeToAnswer':
      return setTimeToAnswer(tx, agentId, command);
    case 'startInteraction':
      return startInteraction(tx, agentId, command);
    case 'sendMessage':
      return sendMessage(tx, agentId, command);
    case 'saveNote':
      return saveNote(tx, agentId, command);
    case 'redeliverMessage':
      return redeliverMessage(tx, agentId, command);
    case 'completeInteraction':
      return completeInteraction(tx, agentId, command);
    case 'markNoticesRead':
      return markNoticesRead(tx, agentId, command);
    case 'deleteNotices':
      return deleteNotices(tx, agentId, command);
    case 'saveFavourite':
      return saveFavourite(tx, agentId, command);
    case 'removeFavourite':
      return removeFavourite(tx, agentId, command);
    case 'addRecent':
      return addRecent(tx, agentId, command);
    default:
      return unknownCommand(command);
  }
}

// Does not compile while a command has no case above.
function unknownCommand(command: never): never {
  throw new Error(`No rule for ${JSON.stringify(command)}`);
}
