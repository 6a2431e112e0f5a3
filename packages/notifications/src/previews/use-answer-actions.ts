import { useDesktop, useHost } from '@baton/module-kit';
import type { Action } from '@baton/module-kit';
import { isLive } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { useTexts } from '../texts';
import { useAllowedAnswers } from './use-allowed-answers';
import type { Answer, AnswerProgress, Answers } from './use-answers';

/** Rejecting with one of the host's reasons, or in the agent's own words. */
export interface RejectBecause extends Omit<Action, 'perform'> {
  reasons: readonly { id: string; label: string }[];
  /** Whether the agent may write a reason. */
  freeText: boolean;
  perform(reason: string): void;
}

/** What an agent can do about an invitation. */
export interface AnswerActions {
  /** Absent where the agent's role does not allow it. */
  accept: Action | undefined;
  /** Absent in the same way. */
  reject: Action | undefined;
  /** Says which of both the role does not allow. */
  notAllowed: string | undefined;
  /** Absent where the host offers no reasons, where they would not reach the sender, and without `reject`. */
  rejectBecause: RejectBecause | undefined;
  /** Absent where invitations cannot be extended. */
  extend: Action | undefined;
  /** The actions that also have keys. */
  withKeys: readonly Action[];
}

/** The answers to an invitation as actions. Adding one is adding its object here, and its text. */
export function useAnswerActions(
  invitation: OfferedInvitation,
  progress: AnswerProgress,
  give: Answers['give'],
): AnswerActions {
  const { expiresAt, extensionsLeft } = invitation;
  const { t } = useTexts();
  const { declining, timing } = useHost();
  const live = useDesktop(isLive);
  const takesReasons = useDesktop((state) => state.capabilities?.declineReason === true);
  const isExtendable =
    useDesktop((state) => state.capabilities?.extendInvitation === true) && timing.extendable && expiresAt !== null;
  const allowed = useAllowedAnswers();
  const locked = useDesktop((state) => state.locked !== undefined);
  const notNow = live ? (locked ? t('lock.needed') : undefined) : t('connection.needed');
  const isSending = (answer: Answer) => progress.state === 'sending' && progress.answer === answer;
  const { reasons = [], freeText = false } = declining ?? {};

  const accept: Action | undefined = allowed.accept
    ? {
        id: 'accept',
        label: t(isSending('accept') ? 'preview.accepting' : 'preview.accept'),
        command: 'preview.accept',
        obstacle: notNow,
        busy: isSending('accept'),
        perform: () => give(invitation, 'accept'),
      }
    : undefined;
  const reject: Action | undefined = allowed.reject
    ? {
        id: 'reject',
        label: t('preview.reject'),
        command: 'preview.reject',
        obstacle: notNow,
        busy: isSending('reject'),
        perform: () => give(invitation, 'reject'),
      }
    : undefined;
  const rejectBecause: RejectBecause | undefined =
    reject && takesReasons && (reasons.length > 0 || freeText)
      ? {
          id: 'rejectBecause',
          label: t('preview.rejectBecause'),
          obstacle: notNow,
          reasons,
          freeText,
          perform: (reason) => give(invitation, 'reject', reason),
        }
      : undefined;
  const extend: Action | undefined = isExtendable
    ? {
        id: 'extend',
        label: t('preview.extend'),
        command: 'preview.extend',
        obstacle: notNow ?? (extensionsLeft > 0 ? undefined : t('preview.extend.none')),
        busy: isSending('extend'),
        perform: () => give(invitation, 'extend'),
      }
    : undefined;
  return {
    accept,
    reject,
    notAllowed:
      allowed.accept && allowed.reject
        ? undefined
        : t('preview.notAllowed', { accept: String(allowed.accept), reject: String(allowed.reject) }),
    rejectBecause,
    extend,
    withKeys: [accept, reject, extensionsLeft > 0 ? extend : undefined].filter((action) => action !== undefined),
  };
}
