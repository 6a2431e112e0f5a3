import { by } from './state';
import type { State, TransferRow } from './state';

/** The end of a transfer, after its sender has closed the banner that says so. */
export function dismissedAfter(state: State, transfer: TransferRow): State {
  return {
    ...state,
    id: `${state.id}-dismissed`,
    title: `${state.title}, banner closed`,
    description: `${state.description} Ana has closed the banner.`,
    shows: { transfer },
    happenings: [
      ...state.happenings,
      { when: { event: 'start' }, afterMs: state.opensAfterMs, do: by('ana', { type: 'dismissTransfer' }) },
    ],
    opensAfterMs: state.opensAfterMs + 2000,
  };
}
