import { useRef, useState } from 'react';

/** One command, for all the controls and shortcuts that give it. */
export interface CommandControl<Input extends readonly unknown[]> {
  /** It was given and is not answered yet; for the `busy` of its controls. */
  busy: boolean;
  /** Gives it. Given again before the answer, it is no second command. */
  run(...input: Input): void;
}

/**
 * A command with a busy state.
 *
 * @param work carries it out; tells what failed, and where. What it throws is an error of the page
 * @param about what it is about, where one hook serves several things: each is busy alone
 */
export function useCommand<Input extends readonly unknown[]>(
  work: (...input: Input) => Promise<unknown>,
  about: (...input: Input) => string = one,
): CommandControl<Input> {
  // Known at once: a second press may come before anything is drawn.
  const underWay = useRef(new Set<string>());
  const [busy, setBusy] = useState(false);

  async function run(...input: Input): Promise<void> {
    const things = underWay.current;
    const thing = about(...input);
    if (things.has(thing)) return;
    things.add(thing);
    setBusy(true);
    try {
      await work(...input);
    } finally {
      things.delete(thing);
      setBusy(things.size > 0);
    }
  }

  return { busy, run: (...input) => void run(...input) };
}

const one = () => '';
