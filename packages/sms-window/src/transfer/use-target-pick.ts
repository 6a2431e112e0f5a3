import { useEffect, useRef, useState } from 'react';
import { isKnown } from '@baton/contracts';
import type { KnownTargetRef } from '@baton/contracts';
import { useDesktop, useHost } from '@baton/module-kit';

interface Request {
  asking: AbortController;
  transferId: string | undefined;
}

/** A request to Team Communicator to pick a target. */
export interface TargetPicking {
  /** Whether the request waits for an answer. */
  open: boolean;
  /** The pending transfer that the request would offer to someone else. */
  transferId: string | undefined;
  /** With a `transferId`, for that pending transfer. */
  ask(transferId?: string): void;
  withdraw(): void;
}

/**
 * Asks Team Communicator for a target of a conversation.
 *
 * @param outcome.onTarget the agent chose one, for a new transfer or for the pending one
 * @param outcome.onDismissed the agent closed Team Communicator, or chose another action for a target
 * @param outcome.onFailed Team Communicator did not answer
 */
export function useTargetPick(
  { id }: { id: string },
  outcome: {
    onTarget(target: KnownTargetRef, transferId: string | undefined): void;
    onDismissed(): void;
    onFailed(): void;
  },
): TargetPicking {
  const { bus } = useHost();
  const kinds = useDesktop((state) => state.capabilities?.targetKinds) ?? none;
  const [request, setRequest] = useState<Request>();
  // A ref, because a second press may come before React renders.
  const latestRequest = useRef(request);
  const latest = useRef(outcome);
  useEffect(() => {
    latest.current = outcome;
  });

  function replaceRequest(next: Request | undefined): void {
    latestRequest.current = next;
    setRequest(next);
  }

  async function ask(transferId: string | undefined): Promise<void> {
    if (latestRequest.current !== request) return;
    const asking = new AbortController();
    replaceRequest({ asking, transferId });
    try {
      const answer = await bus.request(
        'target.pick',
        { interactionId: id, kinds: kinds.filter(isKnown), ...(transferId !== undefined && { transferId }) },
        { signal: asking.signal },
      );
      if (asking.signal.aborted) return;
      if (answer.action === 'smsTransfer') latest.current.onTarget(answer.target, transferId);
      else latest.current.onDismissed();
    } catch {
      if (!asking.signal.aborted) latest.current.onFailed();
    } finally {
      if (!asking.signal.aborted) replaceRequest(undefined);
    }
  }

  // The conversation is no longer shown.
  useEffect(() => () => request?.asking.abort(), [request]);

  return {
    open: request !== undefined,
    transferId: request?.transferId,
    ask: (transferId) => void ask(transferId),
    withdraw: () => replaceRequest(undefined),
  };
}

const none = [] as const;
