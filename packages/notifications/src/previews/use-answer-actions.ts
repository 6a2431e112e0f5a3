import { useDesktop, useHost } from '@baton/module-kit';
import type { Action } from '@baton/module-kit';
import { isLive } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { useTexts } from '../texts';
import type { Answer, AnswerProgress } from './use-answers';

/** What an agent can do about an invitation. */
export interface AnswerActions {
  accept: Action;
  reject: Action;
  /** Absent where invitations cannot be extended. */
  extend: Action | undefined;
  /** The actions that also have keys. */
  withKeys: readonly Action[];
}

/** The answers to an invitation as actions. Adding one is adding its object here, and its text. */
export function useAnswerActions(
  { expiresAt, extensionsLeft }: OfferedInvitation,
  progress: AnswerProgress,
  give: (answer: Answer) => void,
): AnswerActions {
  const { t } = useTexts();
  const { timing } = useHost();
  const live = useDesktop(isLive);
  const isExtendable =
    useDesktop((state) => state.capabilities?.extendInvitation === true) && timing.extendable && expiresAt !== null;
  const offline = live ? undefined : t('connection.needed');
  const isSending = (answer: Answer) => progress.state === 'sending' && progress.answer === answer;

  const accept: Action = {
    id: 'accept',
    label: t(isSending('accept') ? 'preview.accepting' : 'preview.accept'),
    command: 'preview.accept',
    obstacle: offline,
    busy: isSending('accept'),
    perform: () => give('accept'),
  };
  const reject: Action = {
    id: 'reject',
    label: t('preview.reject'),
    command: 'preview.reject',
    obstacle: offline,
    busy: isSending('reject'),
    perform: () => give('reject'),
  };
  const extend: Action | undefined = isExtendable
    ? {
        id: 'extend',
        label: t('preview.extend'),
        command: 'preview.extend',
        obstacle: offline ?? (extensionsLeft > 0 ? undefined : t('preview.extend.none')),
        busy: isSending('extend'),
        perform: () => give('extend'),
      }
    : undefined;
  return { accept, reject, extend, withKeys: [accept, reject, ...(extend && extensionsLeft > 0 ? [extend] : [])] };
}
