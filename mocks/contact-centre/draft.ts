import type { CentreState, IdKind } from './state';

type TableName =
  | 'agents'
  | 'pools'
  | 'interactions'
  | 'transcripts'
  | 'invitations'
  | 'transfers'
  | 'notices'
  | 'targetLists'
  | 'taken';

/**
 * The next state while one step is working on it. Rules read `state` and write
 * through here; a refused step simply drops its draft.
 */
export class Draft {
  /** Position of this step: the version of whatever it changes. */
  readonly cursor: number;

  constructor(
    public state: CentreState,
    readonly at: number,
  ) {
    this.cursor = state.cursor + 1;
  }

  /** Adds or replaces a row. */
  put<K extends TableName>(table: K, id: string, row: CentreState[K][string]): void {
    this.set({ [table]: { ...this.state[table], [id]: row } });
  }

  /** Replaces what is not a table. */
  set(change: Partial<CentreState>): void {
    this.state = { ...this.state, ...change };
  }

  /** A fresh id. */
  nextId(kind: IdKind): string {
    const number = this.state.counters[kind] + 1;
    this.set({ counters: { ...this.state.counters, [kind]: number } });
    return `${kind}-${number}`;
  }
}
