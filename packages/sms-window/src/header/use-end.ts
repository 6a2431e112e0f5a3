import { useState } from 'react';
import type { Interaction } from '@baton/contracts';
import { useHost } from '@baton/module-kit';
import type { Problem } from '../window/use-problem';

/** Ending the conversation, or closing one that has ended: both complete the interaction. */
export interface EndControl {
  confirming: boolean;
  /** Asked for, and not answered yet. */
  busy: boolean;
  askToConfirm(): void;
  keepOpen(): void;
  complete(): void;
}

/** Completes the interaction shown. Its window closes when the backend says that it has left. */
export function useEnd({ id }: Interaction, report: (problem: Problem) => void): EndControl {
  const { commands, desktop } = useHost();
  const [confirming, setConfirming] = useState(false);
  const [busy, setBusy] = useState(false);

  const complete = async () => {
    setBusy(true);
    const result = await commands.completeInteraction({ interactionId: id });
    setBusy(false);
    setConfirming(false);
    // Another window was faster, or the answer was lost and not the command: the conversation is over all the same.
    if (result.ok || desktop.getState().interactions[id] === undefined) return;
    const text = result.error.code === 'unknown_outcome' ? 'sms.end.unknown' : 'sms.end.failed';
    report({ title: { id: text }, help: { id: `${text}.help`, values: { ref: result.error.reference } } });
  };

  return {
    confirming,
    busy,
    askToConfirm: () => setConfirming(true),
    keepOpen: () => setConfirming(false),
    complete: () => void complete(),
  };
}
