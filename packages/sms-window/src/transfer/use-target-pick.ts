import { useEffect, useRef, useState } from 'react';
import { isKnown } from '@baton/contracts';
import type { Interaction, KnownTargetRef } from '@baton/contracts';
import { useDesktop, useHost } from '@baton/module-kit';

/** A request to Team Communicator to pick a target. */
export interface TargetPicking {
  /** Whether the request waits for an answer. */
  open: boolean;
  ask(): void;
  withdraw(): void;
}

/**
 * Asks Team Communicator for a target of `interaction`.
 *
 * @param outcome.onTarget the agent chose one
 * @param outcome.onDismissed the agent closed Team Communicator, or chose another action for a target
 * @param outcome.onFailed Team Communicator did not answer
 */
export function useTargetPick(
  { id }: Interaction,
  outcome: { onTarget(target: KnownTargetRef): void; onDismissed(): void; onFailed(): void },
): TargetPicking {
  const { bus } = useHost();
  const kinds = useDesktop((state) => state.capabilities?.targetKinds) ?? none;
  const [request, setRequest] = useState<AbortController>();
  // A ref, because a second press may come before React renders.
  const latestRequest = useRef(request);
  const latest = useRef(outcome);
  useEffect(() => {
    latest.current = outcome;
  });

  function replaceRequest(next: AbortController | undefined): void {
    latestRequest.current = next;
    setRequest(next);
  }

  async function ask(): Promise<void> {
    if (latestRequest.current !== request) return;
    const asking = new AbortController();
    replaceRequest(asking);
    try {
      const answer = await bus.request(
        'target.pick',
        { interactionId: id, kinds: kinds.filter(isKnown) },
        { signal: asking.signal },
      );
      if (asking.signal.aborted) return;
      if (answer.action === 'smsTransfer') latest.current.onTarget(answer.target);
      else latest.current.onDismissed();
    } catch {
      if (!asking.signal.aborted) latest.current.onFailed();
    } finally {
      if (!asking.signal.aborted) replaceRequest(undefined);
    }
  }

  // The conversation is no longer shown.
  useEffect(() => () => request?.abort(), [request]);

  return {
    open: request !== undefined,
    ask: () => void ask(),
    withdraw: () => replaceRequest(undefined),
  };
}

const none = [] as const;
