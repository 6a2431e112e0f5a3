import { useState } from 'react';
import { transferUnderWay } from '@baton/desktop';
import { useDesktop, useHost } from '@baton/module-kit';
import { useCommand } from '@baton/ui';
import type { Interaction } from '@baton/contracts';
import type { Problem } from '../window/use-problem';

/** Ending the conversation, or closing one that has ended: both complete the interaction. */
export interface EndControl {
  confirming: boolean;
  /** The command is under way. */
  busy: boolean;
  /** The target of a pending transfer, which ends with the conversation. */
  invited: string | undefined;
  askToConfirm(): void;
  keepOpen(): void;
  /** The id of the disposition that the agent has chosen, one of the interaction's. */
  disposition: string | undefined;
  choose(disposition: string | undefined): void;
  /** One has to be chosen first. */
  needsDisposition: boolean;
  complete(): void;
}

/** Completes the interaction shown. Its window closes when the backend says that it has left. */
export function useEnd(
  { id, state, assignedAt, dispositions }: Interaction,
  report: (problem: Problem) => void,
): EndControl {
  const { commands, desktop } = useHost();
  // The time of the assignment: the question is about this ownership only.
  const [asked, setAsked] = useState<number>();
  const [chosen, choose] = useState<string>();
  // The backend may take a choice back.
  const disposition = dispositions?.choices.find((choice) => choice.id === chosen)?.id;
  const asks = state === 'active' || dispositions !== undefined;
  const invited = useDesktop((now) => transferUnderWay(now, id)?.target.name);
  const here = useDesktop((now) => now.interactions[id] !== undefined);

  const completion = useCommand(async () => {
    if (desktop.getState().interactions[id] === undefined) return;
    const result = await commands.completeInteraction({ interactionId: id, ...(disposition && { disposition }) });
    setAsked(undefined);
    // Another window has completed it, or only the answer was lost.
    if (result.ok || desktop.getState().interactions[id] === undefined) return;
    const text = result.error.code === 'unknown_outcome' ? 'sms.end.unknown' : 'sms.end.failed';
    report({ title: { id: text }, help: { id: `${text}.help`, values: { ref: result.error.reference } } });
  });

  return {
    confirming: asked === assignedAt && here && asks,
    busy: completion.busy,
    invited,
    askToConfirm: () => setAsked(assignedAt),
    keepOpen: () => setAsked(undefined),
    disposition,
    choose,
    // Where there is none to choose from, the conversation can be ended all the same.
    needsDisposition: dispositions?.required === true && dispositions.choices.length > 0 && disposition === undefined,
    complete: completion.run,
  };
}
