import * as connection from './connection';
import * as conversation from './conversation';
import * as desktop from './desktop';
import * as invitation from './invitation';
import { choicesFor } from '../scenarios/choices-for';
import * as messages from './messages';
import type { State } from './state';
import * as teamCommunicator from './team-communicator';
import * as transfer from './transfer';

export { moduleNames, screens } from './state';
export type { State } from './state';
export type { PartOfPage, Step } from './step';

/** States of one subject: those of one folder here. */
export interface StateGroup {
  readonly id: string;
  readonly title: string;
  readonly states: readonly State[];
}

/** All states, in the order in which pages list them. */
export const stateGroups: readonly StateGroup[] = [
  { id: 'transfer', title: 'A transfer, at its sender', states: Object.values(transfer) },
  { id: 'invitation', title: 'An invitation, at its target', states: Object.values(invitation) },
  { id: 'connection', title: 'The connection', states: Object.values(connection) },
  { id: 'team-communicator', title: 'Team Communicator', states: Object.values(teamCommunicator) },
  { id: 'conversation', title: 'A conversation', states: Object.values(conversation) },
  { id: 'messages', title: 'My Messages and settings', states: Object.values(messages) },
  { id: 'desktop', title: 'The desktop', states: Object.values(desktop) },
];

/** Every moment that has a link. */
export const states: readonly State[] = stateGroups.flatMap((group) => group.states);

/** The state with an id. Throws, listing the ids, when there is none. */
export function findState(id: string): State {
  const found = states.find((state) => state.id === id);
  if (found === undefined) {
    throw new Error(
      `There is no state "${id}". ${choicesFor(
        id,
        states.map((state) => state.id),
      )}`,
    );
  }
  return found;
}
