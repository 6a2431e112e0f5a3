/** A difference this large is no late message: a stream that is held back for so long breaks. Somebody has set a clock. */
const clockWasSetMs = 15_000;

/**
 * How far the backend's clock is ahead of this device's. A sample is too small by
 * the time its message travelled, so the largest is the best.
 * `heard` is fresh: the backend's clock as of now.
 */
export function offsetAfterTime(offset: number, heard: number): number {
  return heard > offset || offset - heard > clockWasSetMs ? heard : offset;
}

/** A frame may be a replay of long ago: it can only raise the offset. */
export function offsetAfterFrame(offset: number, heard: number): number {
  return Math.max(offset, heard);
}
