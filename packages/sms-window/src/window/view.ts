import type { DesktopState, Interaction, InteractionTransfer } from '@baton/contracts';
import { transferOf } from '@baton/desktop';

/** The conversation in the window. Its transcript reads the messages itself, so that only it is drawn when one arrives. */
export interface Shown {
  interaction: Interaction;
  transfer: InteractionTransfer | undefined;
}

/** What the window shows: nothing, the conversation in front, or one that has just been transferred. */
export type View = { kind: 'empty' } | ({ kind: 'open' } & Shown) | Leaving;

/** A conversation that has been transferred; `isGoing` while the window fades. */
export type Leaving = { kind: 'leaving'; to: string; isGoing?: true } & Shown;

/**
 * What to show next. A conversation that was shown and has been transferred
 * stays until `leaving` is over; everything else follows the desktop at once.
 */
export function nextView(view: View, activeId: string | null, state: DesktopState): View {
  if (view.kind === 'leaving') return view;
  return departing(view, state) ?? following(view, activeId, state);
}

/** Whether the window of `view` closes because its interaction has left the desktop. */
export function closes(view: View, next: View, state: DesktopState): view is Exclude<View, { kind: 'empty' }> {
  if (view.kind === 'empty') return false;
  const { id } = view.interaction;
  const stays = next.kind !== 'empty' && next.interaction.id === id;
  return !stays && state.interactions[id] === undefined;
}

function departing(view: View, state: DesktopState): View | undefined {
  if (view.kind !== 'open') return undefined;
  const { interaction } = view;
  const departure = state.departures[interaction.id];
  if (state.interactions[interaction.id] !== undefined || departure?.why !== 'transferred') return undefined;
  return {
    kind: 'leaving',
    to: departure.to?.name ?? '',
    interaction,
    transfer: transferOf(state, interaction.id),
  };
}

function following(view: View, activeId: string | null, state: DesktopState): View {
  const interaction = activeId === null ? undefined : state.interactions[activeId];
  if (interaction === undefined) return view.kind === 'empty' ? view : { kind: 'empty' };
  const transfer = transferOf(state, interaction.id);
  const same = view.kind === 'open' && view.interaction === interaction && view.transfer === transfer;
  return same ? view : { kind: 'open', interaction, transfer };
}
