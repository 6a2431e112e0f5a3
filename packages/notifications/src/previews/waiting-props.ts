import type { OfferedInvitation } from '@baton/contracts';
import type { AnswerActions } from './use-answer-actions';
import type { AnswerProgress } from './use-answers';
import type { Departure } from './use-focus-left';

/** What card and row show of an invitation. */
export interface WaitingProps {
  invitation: OfferedInvitation;
  progress: AnswerProgress;
  /** When it is accepted for the agent, in backend time. Absent: it is not. */
  autoAcceptAt: number | undefined;
  actions: AnswerActions;
  /** Shows it as the open card. */
  onOpen(): void;
  /** What shows the invitation is removed while it has focus. */
  onFocusLost(because: Departure): void;
}
