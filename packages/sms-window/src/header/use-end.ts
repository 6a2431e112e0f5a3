import { useState } from 'react';
import { transferUnderWay } from '@baton/desktop';
import { useDesktop, useHost } from '@baton/module-kit';
import { useCommand } from '@baton/ui';
import type { Interaction } from '@baton/contracts';
import type { Problem } from '../window/use-problem';

/** Ending the conversation, or closing one that has ended: both complete the interaction. */
export interface EndControl {
  confirming: boolean;
  /** Asked for, and not answered yet. */
  busy: boolean;
  /** Who is invited to take the conversation over: the invitation ends with it. */
  invited: string | undefined;
  askToConfirm(): void;
  keepOpen(): void;
  complete(): void;
}

/** Completes the interaction shown. Its window closes when the backend says that it has left. */
export function useEnd({ id, state, assignedAt }: Interaction, report: (problem: Problem) => void): EndControl {
  const { commands, desktop } = useHost();
  // Names the ownership: one that is over, or another one, was not asked about.
  const [asked, setAsked] = useState<number>();
  const invited = useDesktop((now) => transferUnderWay(now, id)?.target.name);
  const here = useDesktop((now) => now.interactions[id] !== undefined);

  const completion = useCommand(async () => {
    if (desktop.getState().interactions[id] === undefined) return;
    const result = await commands.completeInteraction({ interactionId: id });
    setAsked(undefined);
    // Another window was faster, or the answer was lost and not the command: the conversation is over all the same.
    if (result.ok || desktop.getState().interactions[id] === undefined) return;
    const text = result.error.code === 'unknown_outcome' ? 'sms.end.unknown' : 'sms.end.failed';
    report({ title: { id: text }, help: { id: `${text}.help`, values: { ref: result.error.reference } } });
  });

  return {
    confirming: asked === assignedAt && here && state === 'active',
    busy: completion.busy,
    invited,
    askToConfirm: () => setAsked(assignedAt),
    keepOpen: () => setAsked(undefined),
    complete: completion.run,
  };
}
