import { useEffect, useRef, useState } from 'react';
import type { Interaction, TargetRef } from '@baton/contracts';
import { useDesktop, useHost } from '@baton/module-kit';

/** The question to Team Communicator: to whom? */
export interface TargetPicking {
  /** Whether the question is open. */
  open: boolean;
  ask(): void;
  withdraw(): void;
}

/**
 * Asks Team Communicator for a target of `interaction`.
 *
 * @param outcome.onTarget the agent chose one
 * @param outcome.onDismissed the agent gave up in Team Communicator
 * @param outcome.onFailed nobody could be asked
 */
export function useTargetPick(
  { id }: Interaction,
  outcome: { onTarget(target: TargetRef): void; onDismissed(): void; onFailed(): void },
): TargetPicking {
  const { bus } = useHost();
  const kinds = useDesktop((state) => state.capabilities?.targetKinds) ?? none;
  const [question, setQuestion] = useState<AbortController>();
  // Known at once: a second press may come before anything is drawn.
  const posed = useRef(question);
  const latest = useRef(outcome);
  useEffect(() => {
    latest.current = outcome;
  });

  function pose(next: AbortController | undefined): void {
    posed.current = next;
    setQuestion(next);
  }

  async function ask(): Promise<void> {
    if (posed.current !== question) return;
    const asking = new AbortController();
    pose(asking);
    try {
      const answer = await bus.request('target.pick', { interactionId: id, kinds }, { signal: asking.signal });
      if (asking.signal.aborted) return;
      if (answer.action === 'smsTransfer') latest.current.onTarget(answer.target);
      else latest.current.onDismissed();
    } catch {
      if (!asking.signal.aborted) latest.current.onFailed();
    } finally {
      if (!asking.signal.aborted) pose(undefined);
    }
  }

  // A question about a conversation that is no longer shown has no purpose.
  useEffect(() => () => question?.abort(), [question]);

  return {
    open: question !== undefined,
    ask: () => void ask(),
    withdraw: () => pose(undefined),
  };
}

const none = [] as const;
