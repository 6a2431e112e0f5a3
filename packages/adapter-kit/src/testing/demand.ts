/** Fails the check with `expectation` unless the condition holds. */
export function demand(condition: unknown, expectation: string): asserts condition {
  if (!condition) throw new Error(expectation);
}

/** The value; fails the check with `expectation` if it is undefined. */
export function found<T>(value: T | undefined, expectation: string): T {
  demand(value !== undefined, expectation);
  return value;
}
