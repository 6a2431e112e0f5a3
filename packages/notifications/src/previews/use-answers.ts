import { useState } from 'react';
import { useHost } from '@baton/module-kit';
import { useAnnounce, useCommand } from '@baton/ui';
import type { OfferedInvitation, RoutingError } from '@baton/contracts';
import { kindOf } from './invitation-texts';
import { useTexts } from '../texts';

/** What an agent can answer to an invitation. */
export type Answer = 'accept' | 'reject' | 'extend';

/** The state of the agent's answer. After the backend has accepted it, it stays `sending` until the invitation changes. */
export type AnswerProgress =
  | { state: 'none' }
  | { state: 'sending'; answer: Answer }
  | { state: 'refused'; title: string; help: string };

/** Sends the agent's answer to an invitation. */
export function useAnswers(
  invitation: OfferedInvitation,
  {
    onAccept,
    onAcceptRefused,
  }: { onAccept(invitation: OfferedInvitation): void; onAcceptRefused(invitation: OfferedInvitation): void },
): { progress: AnswerProgress; give(answer: Answer): void } {
  const { t } = useTexts();
  const { commands } = useHost();
  const announce = useAnnounce();
  const [progress, setProgress] = useState<AnswerProgress>({ state: 'none' });
  const { id: invitationId } = invitation;
  const kind = kindOf(invitation) === 'inbound' ? 'inbound' : 'transfer';

  const send = {
    accept: () => commands.acceptInvitation({ invitationId }),
    reject: () => commands.declineInvitation({ invitationId }),
    extend: () => commands.extendInvitation({ invitationId }),
  } as const;

  function showRefusal(answer: Answer, { code, reference }: RoutingError) {
    const message = code === 'unknown_outcome' ? 'preview.unanswered' : (`preview.${answer}.failed` as const);
    const title = t(message, { kind });
    const help = t(`${message}.help`, { ref: reference });
    setProgress({ state: 'refused', title, help });
    announce(`${title}. ${help}`, { priority: 'assertive' });
  }

  async function ask(answer: Answer): Promise<void> {
    setProgress({ state: 'sending', answer });
    // Before the backend answers: the assignment may arrive before its answer does.
    if (answer === 'accept') onAccept(invitation);
    const result = await send[answer]();
    if (result.ok) {
      if (answer === 'extend')
        setProgress((current) =>
          current.state === 'sending' && current.answer !== 'extend' ? current : { state: 'none' },
        );
      return;
    }
    if (answer === 'accept' && result.error.code !== 'unknown_outcome') onAcceptRefused(invitation);
    showRefusal(answer, result.error);
  }

  const extending = useCommand(() => ask('extend'));
  const deciding = useCommand((answer: 'accept' | 'reject') => ask(answer));
  const decided = progress.state === 'sending' && progress.answer !== 'extend';

  function give(answer: Answer): void {
    if (decided) return;
    // Two commands: while more time is being asked for, the agent can still accept or reject.
    if (answer === 'extend') extending.run();
    else deciding.run(answer);
  }

  return { progress, give };
}
