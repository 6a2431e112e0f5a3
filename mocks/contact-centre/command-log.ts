import type { Command } from '@baton/contracts';
import type { Transaction } from './transaction';
import { refuse } from './inputs';
import { maxLoggedCommands } from './limits';
import type { CentreState } from './state';
import { find } from './table';

/** Refuses a command whose id another command has used. */
export const commandIdInUse = refuse('conflict', 'Another command has used this commandId');

/** Whether a command is new, was accepted before, or uses the id of another one. */
export function findLogged(state: CentreState, agentId: string, command: Command): 'new' | 'accepted' | 'idInUse' {
  const earlier = (find(state.commandLog, agentId) ?? []).find(
    (logged) => logged.command.commandId === command.commandId,
  );
  if (!earlier) return 'new';
  return isSameCommand(earlier.command, command) ? 'accepted' : 'idInUse';
}

/** Whether both are the same command, sent twice. The schema has put their fields in the same order. */
export function isSameCommand(a: Command, b: Command): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Logs an accepted command. The oldest ones are dropped. */
export function logCommand(tx: Transaction, agentId: string, command: Command): void {
  const latest = (find(tx.state.commandLog, agentId) ?? []).slice(1 - maxLoggedCommands);
  tx.put('commandLog', agentId, [...latest, { command, at: tx.at }]);
}
