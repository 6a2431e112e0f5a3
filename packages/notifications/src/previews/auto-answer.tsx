import { useEffect, useEffectEvent, useRef } from 'react';
import { useDesktop, useHost, usePage, useSecondsLeft } from '@baton/module-kit';
import { focusedElement, useAnnounce } from '@baton/ui';
import { backendNow, ownStatus } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import { part } from '../parts';
import { useTexts } from '../texts';
import { useDesktopChanges } from '../use-desktop-changes';
import { usePlay } from '../use-play';
import type { AutoAccept } from './use-auto-accepts';
import { namesOf } from './invitation-texts';
import { useRoom } from './use-room';

/** How much later a window accepts that the agent does not look at: they see it where they look. */
const elsewhereMs = 1000;

export interface AutoAnswerProps {
  accepts: readonly AutoAccept[];
  accept(invitation: OfferedInvitation): void;
  /** Whether the agent is choosing or writing a reason for rejecting it. */
  isAnswering(invitationId: string): boolean;
}

/**
 * Accepts for the agent what is due, in one of their windows. What has been accepted is announced. Its conversation
 * opens, without focus, unless the agent is in a text field: who writes goes on writing to the same customer.
 */
export function AutoAnswer({ accepts, accept, isAnswering }: AutoAnswerProps) {
  const { autoAnswer, bus, clock, desktop } = useHost();
  const { t } = useTexts();
  const announce = useAnnounce();
  const play = usePlay();
  const page = usePage();
  const clockOffset = useDesktop((state) => state.clockOffset);
  /** Those that this window accepts, or asks to accept, each until it has ended. */
  const claims = useRef(new Map<string, AbortController>());
  const taken = useRef(new Set<string>());

  function take(invitation: OfferedInvitation): void {
    const { id } = invitation;
    if (claims.current.has(id)) return;
    const ended = new AbortController();
    claims.current.set(id, ended);
    void autoAnswer?.claim(id, ended.signal).then(() => {
      if (ended.signal.aborted) return;
      taken.current.add(id);
      accept(invitation);
    });
  }

  const isDue = accepts.map(({ invitation, dueAt }) => `${invitation.id} ${dueAt}`).join();
  const setTimers = useEffectEvent(() =>
    accepts.map(({ invitation, dueAt }) => {
      const isInFront = page.hasFocus() || document.hasFocus();
      const due = dueAt + (isInFront ? 0 : elsewhereMs) - backendNow(desktop.getState(), clock);
      let stop = clock.setTimeout(act, Math.max(0, due));
      return () => stop();

      function act() {
        if (isAnswering(invitation.id)) stop = clock.setTimeout(act, 1000);
        else take(invitation);
      }
    }),
  );
  useEffect(() => {
    const stops = setTimers();
    return () => stops.forEach((stop) => stop());
  }, [isDue, clockOffset]);

  useDesktopChanges((_, { invitations, interactions }) => {
    for (const [id, ended] of claims.current) {
      const invitation = invitations[id];
      if (invitation?.state === 'offered') continue;
      ended.abort();
      claims.current.delete(id);
      if (!taken.current.delete(id) || invitation?.outcome !== 'accepted') continue;
      if (autoAnswer?.preview === false) play('invite', `accepted.${id}`);
      announce(t('preview.auto.done', namesOf(invitation)), { id: `accepted.${id}` });
      const { interactionId } = invitation;
      if (interactions[interactionId] !== undefined && !isInTextField(page))
        void bus.request('interaction.open', { interactionId, focus: false }).catch(() => undefined);
    }
  });

  useEffect(() => {
    const { current } = claims;
    return () => current.forEach((ended) => ended.abort());
  }, []);
  return null;
}

/** Says on the card when it is accepted for the agent, or why it is not. */
export function AutoAnswerNote({ dueAt }: { dueAt: number | undefined }) {
  const { t } = useTexts();
  const seconds = useSecondsLeft(dueAt ?? null);
  const isReady = useDesktop((state) => ownStatus(state) === 'ready');
  const isFull = useRoom() === 0;
  return (
    <p className="preview-auto" part={part('auto-answer')}>
      {dueAt === undefined
        ? t(isReady ? (isFull ? 'preview.auto.full' : 'preview.auto.own') : 'preview.auto.notReady')
        : t('preview.auto.in', { seconds })}
    </p>
  );
}

function isInTextField(page: Document): boolean {
  return focusedElement(page)?.matches('input, textarea, select, [contenteditable]') ?? false;
}
