import { useRef, useState } from 'react';

/** A command with its busy state, for all the controls and shortcuts that give it. */
export interface CommandControl<Input extends readonly unknown[]> {
  /** The command has no answer yet; for the `busy` of its controls. */
  busy: boolean;
  /** Gives the command. Does nothing while it has no answer yet. */
  run(...input: Input): void;
}

/**
 * A command that is given once at a time.
 *
 * @param work carries it out and shows failures itself; what it throws is reported as an error of the page
 * @param subjectOf what the command is about, if one hook serves several subjects: each can be given at the same time
 */
export function useCommand<Input extends readonly unknown[]>(
  work: (...input: Input) => Promise<unknown>,
  subjectOf: (...input: Input) => string = () => '',
): CommandControl<Input> {
  // Not a state: a second press may come before the next render.
  const underWay = useRef(new Set<string>());
  const [busy, setBusy] = useState(false);

  async function run(...input: Input): Promise<void> {
    const subjects = underWay.current;
    const subject = subjectOf(...input);
    if (subjects.has(subject)) return;
    subjects.add(subject);
    setBusy(true);
    try {
      await work(...input);
    } finally {
      subjects.delete(subject);
      setBusy(subjects.size > 0);
    }
  }

  return { busy, run: (...input) => void run(...input) };
}
