/** Time from outside, so that a scenario replays to the letter and no test sleeps. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Calls `callback` once after `ms`; returns a function that prevents it. */
  setTimeout(callback: () => void, ms: number): () => void;
}

/** Chance from outside. */
export interface Random {
  /** A fresh identifier of 32 hexadecimal digits. */
  id(): string;
  /** A number from 0 up to, but not including, 1. */
  next(): number;
}
