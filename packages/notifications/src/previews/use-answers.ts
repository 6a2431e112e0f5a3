import { useRef, useState } from 'react';
import { useHost } from '@baton/module-kit';
import { useAnnounce, useCommand } from '@baton/ui';
import type { OfferedInvitation, RoutingError } from '@baton/contracts';
import { kindOf, namesOf } from './invitation-texts';
import type { OwnAccepts } from './use-own-accepts';
import { useRejections } from './use-rejections';
import type { Rejections } from './use-rejections';
import { useTexts } from '../texts';

/** What an agent can answer to an invitation. */
export type Answer = 'accept' | 'reject' | 'extend';

/** The state of the agent's answer. After the backend has accepted it, it stays `sending` until the invitation changes. */
export type AnswerProgress =
  | { state: 'none' }
  | { state: 'sending'; answer: Answer }
  | { state: 'refused'; title: string; help: string };

/** The agent's answers to all invitations of the region. */
export interface Answers {
  progressOf(invitationId: string): AnswerProgress;
  give(invitation: OfferedInvitation, answer: Answer, reason?: string): void;
  /** Accepts one for the agent, who has pressed nothing: it does not come to the front by itself. */
  acceptForAgent(invitation: OfferedInvitation): void;
  /** Accepts several: each one stands or fails alone, and all together are announced once. */
  acceptAll(invitations: readonly OfferedInvitation[]): void;
  /** The backend has not answered all of those that were accepted together. */
  acceptingAll: boolean;
  rejections: Rejections;
}

const none: AnswerProgress = { state: 'none' };

/**
 * Sends the agent's answers.
 *
 * @param placeOf the element that shows an invitation
 */
export function useAnswers(ownAccepts: OwnAccepts, placeOf: (invitationId: string) => Element | null): Answers {
  const { t } = useTexts();
  const { commands, desktop } = useHost();
  const announce = useAnnounce();
  const [all, setAll] = useState<Readonly<Record<string, AnswerProgress>>>({});
  /** Not a state: a second press may come before the next render. */
  const decided = useRef(new Set<string>());

  function setProgress(id: string, progress: AnswerProgress) {
    const { invitations } = desktop.getState();
    setAll((before) => {
      const waiting = Object.entries(before).filter(([other]) => invitations[other]?.state === 'offered');
      return { ...Object.fromEntries(waiting), [id]: progress };
    });
  }

  function refuse(invitation: OfferedInvitation, answer: Answer, { code, reference }: RoutingError): string {
    const kind = kindOf(invitation) === 'inbound' ? 'inbound' : 'transfer';
    const message = code === 'unknown_outcome' ? 'preview.unanswered' : (`preview.${answer}.failed` as const);
    const title = t(message, { kind });
    const help = t(`${message}.help`, { ref: reference });
    decided.current.delete(invitation.id);
    setProgress(invitation.id, { state: 'refused', title, help });
    return `${title}. ${help}`;
  }

  async function extend(invitation: OfferedInvitation): Promise<void> {
    const { id: invitationId } = invitation;
    if (!decided.current.has(invitationId)) setProgress(invitationId, { state: 'sending', answer: 'extend' });
    const result = await commands.extendInvitation({ invitationId });
    if (decided.current.has(invitationId)) return;
    if (result.ok) setProgress(invitationId, none);
    else announce(refuse(invitation, 'extend', result.error), { priority: 'assertive' });
  }

  /** Accepts one invitation, and says nothing of it. `refused`: what there is to say. */
  async function accept(invitation: OfferedInvitation, opens: boolean): Promise<{ refused?: string }> {
    const { id: invitationId } = invitation;
    decided.current.add(invitationId);
    setProgress(invitationId, { state: 'sending', answer: 'accept' });
    // Before the backend answers: the assignment may arrive before its answer does.
    ownAccepts.expect(invitation, placeOf(invitationId), opens);
    const result = await commands.acceptInvitation({ invitationId });
    if (result.ok) return {};
    if (result.error.code !== 'unknown_outcome') ownAccepts.forget(invitation);
    return { refused: refuse(invitation, 'accept', result.error) };
  }

  async function acceptOne(invitation: OfferedInvitation, opens: boolean): Promise<void> {
    const { refused } = await accept(invitation, opens);
    if (refused !== undefined) announce(refused, { priority: 'assertive' });
  }

  async function reject(invitation: OfferedInvitation, reason?: string): Promise<'taken' | 'refused'> {
    const { id: invitationId } = invitation;
    decided.current.add(invitationId);
    setProgress(invitationId, { state: 'sending', answer: 'reject' });
    const result = await commands.declineInvitation(reason === undefined ? { invitationId } : { invitationId, reason });
    if (result.ok) return 'taken';
    announce(refuse(invitation, 'reject', result.error), { priority: 'assertive' });
    return 'refused';
  }

  const rejections = useRejections(reject);
  const extending = useCommand(extend, ({ id }) => id);
  const accepting = useCommand(acceptOne, ({ id }) => id);
  const acceptingAll = useCommand(async (invitations: readonly OfferedInvitation[]) => {
    const asked = invitations.filter(({ id }) => !decided.current.has(id));
    const answers = await Promise.all(asked.map((invitation, index) => accept(invitation, index === 0)));
    const refused = asked.filter((_, index) => answers[index]?.refused !== undefined);
    const values = {
      accepted: asked.length - refused.length,
      total: asked.length,
      customers: refused.map((one) => namesOf(one).customer ?? t('name.unknown')).join(', '),
    };
    if (refused.length === 0) announce(t('preview.acceptAll.done', values));
    else announce(t('preview.acceptAll.some', values), { priority: 'assertive' });
  });

  return {
    progressOf: (id) => all[id] ?? none,
    give(invitation, answer, reason) {
      if (decided.current.has(invitation.id)) return;
      // While more time is being asked for, the agent can still accept or reject.
      if (answer === 'extend') extending.run(invitation);
      else if (answer === 'accept') accepting.run(invitation, true);
      else rejections.reject(invitation, reason);
    },
    acceptForAgent(invitation) {
      if (!decided.current.has(invitation.id)) accepting.run(invitation, false);
    },
    acceptAll: acceptingAll.run,
    acceptingAll: acceptingAll.busy,
    rejections,
  };
}
