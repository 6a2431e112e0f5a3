import { useRef } from 'react';
import { PreviewCard } from './preview-card';
import { useAnswerActions } from './use-answer-actions';
import { useAnswers } from './use-answers';
import type { OwnAccepts } from './use-own-accepts';
import type { WaitingProps } from './waiting-props';
import { WaitingRow } from './waiting-row';

/**
 * An invitation that waits for an answer, in the card or in a row. What the agent has answered in the row goes on when
 * the invitation takes the place of the card.
 */
export function WaitingInvitation({
  invitation,
  isCard,
  total,
  ownAccepts,
  onFocusLost,
}: Pick<WaitingProps, 'invitation' | 'onFocusLost'> & {
  isCard: boolean;
  /** How many invitations wait, with this one. */
  total: number;
  ownAccepts: OwnAccepts;
}) {
  const place = useRef<HTMLDivElement>(null);
  const { progress, give } = useAnswers(invitation, {
    onAccept: (accepted) => ownAccepts.expect(accepted, place.current),
    onAcceptRefused: ownAccepts.forget,
  });
  const actions = useAnswerActions(invitation, progress, give);
  const props = { invitation, progress, actions, onFocusLost };
  return <div ref={place}>{isCard ? <PreviewCard {...props} total={total} /> : <WaitingRow {...props} />}</div>;
}
