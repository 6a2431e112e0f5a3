import { PreviewCard } from './preview-card';
import { useAnswerActions } from './use-answer-actions';
import type { Answers } from './use-answers';
import type { WaitingProps } from './waiting-props';
import { WaitingRow } from './waiting-row';

/** An invitation that waits for an answer: as the card, as the bar that stands for it where it is narrow, or in a row. */
export function WaitingInvitation({
  invitation,
  form,
  total,
  answers,
  ...rest
}: Pick<WaitingProps, 'invitation' | 'autoAcceptAt' | 'onFocusLost' | 'onOpen'> & {
  form: 'card' | 'bar' | 'row';
  /** How many invitations wait, with this one. */
  total: number;
  answers: Answers;
  /** Makes the card a bar again. Absent where the card always stays open. */
  onClose: (() => void) | undefined;
}) {
  const progress = answers.progressOf(invitation.id);
  const actions = useAnswerActions(invitation, progress, answers.give);
  const props = { invitation, progress, actions, ...rest };
  return form === 'row' ? (
    <WaitingRow {...props} />
  ) : (
    // The same card, so that it does not alert again when it opens.
    <PreviewCard {...props} isOpen={form === 'card'} total={total} />
  );
}
