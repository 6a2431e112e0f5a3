import type { Departure, Interaction } from '@baton/contracts';
import type { DesktopFold } from '../fold';
import { drop, get, isNewer, put } from '../maps';
import { withoutLocalTransfer } from './transfers';

/** An interaction that is, or has come, to this desktop. */
export function withInteraction(state: DesktopFold, interaction: Interaction): DesktopFold {
  const { id } = interaction;
  if (!isNewer(interaction.version, get(state.interactions, id), get(state.departures, id))) return state;
  return {
    ...state,
    interactions: put(state.interactions, id, interaction),
    departures: drop(state.departures, id),
  };
}

/** An interaction that has left. Its conversation and transfer stay until the next snapshot, for a window to close with. */
export function withDeparture(state: DesktopFold, id: string, departure: Departure): DesktopFold {
  if (!isNewer(departure.version, get(state.interactions, id), get(state.departures, id))) return state;
  return {
    ...withoutLocalTransfer(state, id),
    interactions: drop(state.interactions, id),
    departures: put(state.departures, id, departure),
  };
}
