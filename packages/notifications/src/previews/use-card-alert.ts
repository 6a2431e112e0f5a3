import { useEffect, useEffectEvent, useRef } from 'react';
import { useHost, useKeys, useSecondsLeft } from '@baton/module-kit';
import { useAnnounce } from '@baton/ui';
import type { OfferedInvitation, SoundName } from '@baton/contracts';
import { useTexts } from '../texts';
import { usePlay } from '../use-play';
import { hasOptedOut, namesOf, kindOf } from './invitation-texts';
import { useAllowedAnswers } from './use-allowed-answers';
import { useDeadline } from './use-deadline';

/** Announces a card and plays its sounds: once when it comes, once when little time is left, once for each extension. */
export function useCardAlert(
  invitation: OfferedInvitation,
  /** The agent has accepted it before it became the card: there is nothing to alert to. */
  { isAnswered, autoAcceptAt }: { isAnswered: boolean; autoAcceptAt: number | undefined },
): void {
  const { t } = useTexts();
  const host = useHost();
  const { preferences } = host;
  const announce = useAnnounce();
  const keys = useKeys();
  const allowed = useAllowedAnswers();
  const { id, expiresAt } = invitation;
  const names = namesOf(invitation);
  const { known, seconds } = useDeadline(invitation);
  const autoSeconds = useSecondsLeft(autoAcceptAt ?? null);

  const ring = useRing(invitation);

  const announceArrival = useEffectEvent(() => {
    if (isAnswered) return;
    const accept = allowed.accept ? keys('preview.accept') : undefined;
    const reject = allowed.reject ? keys('preview.reject') : undefined;
    const timed = String(known === 'exactly');
    const offer = t(`preview.announce.${kindOf(invitation)}`, { ...names, seconds, timed });
    const estimate = known === 'about' ? ` ${t('preview.left.about', { seconds })}.` : '';
    const help =
      accept || reject
        ? ` ${t('preview.announce.keys', { with: accept && reject ? 'both' : accept ? 'accept' : 'reject', acceptKeys: accept?.printed, rejectKeys: reject?.printed })}`
        : '';
    const consent = hasOptedOut(invitation, host) ? ` ${t('preview.optedOut')}.` : '';
    const priority = preferences.get().announcements === 'quiet' ? 'polite' : 'assertive';
    const auto = autoAcceptAt === undefined ? '' : ` ${t('preview.auto.in', { seconds: autoSeconds })}.`;
    announce(offer + consent + estimate + auto + help, { priority, id: `offer.${id}` });
    ring('invite');
  });
  useEffect(() => announceArrival(), [id]);

  useReminder(invitation);

  const announceExtension = useEffectEvent(() =>
    announce(t(known === 'about' ? 'preview.left.about' : 'preview.extended', { seconds }), {
      id: `extended.${expiresAt}`,
    }),
  );
  const knownExpiry = useRef(expiresAt);
  useEffect(() => {
    if (expiresAt !== null && knownExpiry.current !== null && expiresAt > knownExpiry.current) announceExtension();
    knownExpiry.current = expiresAt;
  }, [expiresAt]);
}

/** Announces, and plays a sound, once when little time is left. */
export function useReminder(invitation: OfferedInvitation): void {
  const { t } = useTexts();
  const announce = useAnnounce();
  const ring = useRing(invitation);
  const { id } = invitation;
  const { seconds, urgent } = useDeadline(invitation);
  const soon = urgent && seconds > 0;

  const remind = useEffectEvent(() => {
    const kind = kindOf(invitation);
    const left = kind === 'other' ? 'preview.extended' : (`preview.soon.${kind}` as const);
    announce(t(left, { ...namesOf(invitation), seconds }), { id: `soon.${id}` });
    ring('inviteReminder');
  });
  const wasSoon = useRef(soon);
  useEffect(() => {
    if (soon && !wasSoon.current) remind();
    wasSoon.current = soon;
  }, [soon]);
}

function useRing({ id, expiresAt }: OfferedInvitation): (sound: SoundName) => void {
  const play = usePlay();
  return (sound) => void play(sound, `${id}.${expiresAt}`);
}
