import type { Departure, Interaction } from '@baton/contracts';
import type { DesktopFold } from '../fold';
import { drop, get, isNewer, put } from '../immutable';
import { withoutLocalTransfer } from './transfers';

/** Adds or updates an interaction of this desktop. */
export function withInteraction(state: DesktopFold, interaction: Interaction): DesktopFold {
  const { id } = interaction;
  if (!isNewer(interaction.version, get(state.interactions, id), get(state.departures, id))) return state;
  return {
    ...state,
    interactions: put(state.interactions, id, interaction),
    departures: drop(state.departures, id),
  };
}

/** Removes an interaction. Its conversation and transfer stay until the next snapshot: a closing window shows them. */
export function withDeparture(state: DesktopFold, id: string, departure: Departure): DesktopFold {
  if (!isNewer(departure.version, get(state.interactions, id), get(state.departures, id))) return state;
  return {
    ...withoutLocalTransfer(state, id),
    interactions: drop(state.interactions, id),
    departures: put(state.departures, id, departure),
  };
}
