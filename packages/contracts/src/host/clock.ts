/** Time as a dependency, so that scenarios replay exactly and no test sleeps. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /**
   * Milliseconds of the device, for what depends on a person's hands. Only clocks that can be stopped, moved or made
   * faster have it; for others it is `now`.
   */
  deviceNow?(): number;
  /** Calls `callback` once after `ms`. Returns a function that cancels it. */
  setTimeout(callback: () => void, ms: number): () => void;
}

/** Randomness as a dependency. */
export interface Random {
  /** A new identifier of 32 hexadecimal digits. */
  id(): string;
  /** A number from 0 up to, but not including, 1. */
  next(): number;
}
