import type { Command } from '@baton/contracts';
import type { Draft } from './draft';
import { refuse } from './inputs';
import { maxRemembered } from './limits';
import type { CentreState } from './state';
import { find } from './state';

/** Refuses a command under an id that another one has had. */
export const idInUse = refuse('conflict', 'Another command has had this commandId');

/** Whether a command was taken before, or its id from another one. */
export function known(state: CentreState, agentId: string, command: Command): 'new' | 'taken' | 'idInUse' {
  const earlier = (find(state.taken, agentId) ?? []).find((taken) => taken.command.commandId === command.commandId);
  if (!earlier) return 'new';
  return isSame(earlier.command, command) ? 'taken' : 'idInUse';
}

/** Whether it is one command that was sent twice: their schema has put the fields of both in the same order. */
export function isSame(a: Command, b: Command): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Remembers that a command was taken. The oldest ones are forgotten. */
export function rememberTaken(draft: Draft, agentId: string, command: Command): void {
  const latest = (find(draft.state.taken, agentId) ?? []).slice(1 - maxRemembered);
  draft.put('taken', agentId, [...latest, { command, at: draft.at }]);
}
