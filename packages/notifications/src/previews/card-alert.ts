import { useEffect, useEffectEvent, useRef } from 'react';
import { useDesktop, useHost, useKeys, useSecondsLeft } from '@baton/module-kit';
import { useAnnounce } from '@baton/ui';
import type { OfferedInvitation, SoundName } from '@baton/contracts';
import { useWords } from '../texts';
import { namesOf } from './invitation-texts';

/** From here on the countdown is urgent, in seconds. */
export const urgentSeconds = 10;

/** Speaks and rings for a card: once when it comes, once when time gets short, once when time was added. */
export function useCardAlert(invitation: OfferedInvitation): void {
  const { t } = useWords();
  const { preferences } = useHost();
  const announce = useAnnounce();
  const keys = useKeys();
  const { id, kind, expiresAt } = invitation;
  const timed = useDesktop((state) => state.capabilities?.inviteExpiry !== 'unknown') && expiresAt !== null;
  const names = namesOf(invitation);
  const seconds = useSecondsLeft(expiresAt);

  const ring = useRing(invitation);

  const arrive = useEffectEvent(() => {
    const accept = keys('preview.accept');
    const reject = keys('preview.reject');
    const offer = t(`preview.announce.${kind}`, { ...names, seconds, timed: String(timed) });
    const help =
      accept && reject
        ? ` ${t('preview.announce.keys', { acceptKeys: accept.printed, rejectKeys: reject.printed })}`
        : '';
    const priority = preferences.get().announcements === 'quiet' ? 'polite' : 'assertive';
    announce(offer + help, { priority, id: `offer.${id}` });
    ring('invite');
  });
  useEffect(() => arrive(), [id]);

  useReminder(invitation);

  const tellExtension = useEffectEvent(() =>
    announce(t('preview.extended', { seconds }), { id: `extended.${expiresAt}` }),
  );
  const knownExpiry = useRef(expiresAt);
  useEffect(() => {
    if (expiresAt !== null && knownExpiry.current !== null && expiresAt > knownExpiry.current) tellExtension();
    knownExpiry.current = expiresAt;
  }, [expiresAt]);
}

/** Speaks and rings once when little time is left. */
export function useReminder(invitation: OfferedInvitation): void {
  const { t } = useWords();
  const announce = useAnnounce();
  const ring = useRing(invitation);
  const { id, kind, expiresAt } = invitation;
  const timed = useDesktop((state) => state.capabilities?.inviteExpiry !== 'unknown') && expiresAt !== null;
  const seconds = useSecondsLeft(expiresAt);
  const soon = timed && seconds > 0 && seconds <= urgentSeconds;

  const remind = useEffectEvent(() => {
    announce(t(`preview.soon.${kind}`, { ...namesOf(invitation), seconds }), { id: `soon.${id}` });
    ring('inviteReminder');
  });
  const wasSoon = useRef(soon);
  useEffect(() => {
    if (soon && !wasSoon.current) remind();
    wasSoon.current = soon;
  }, [soon]);
}

function useRing({ id, expiresAt }: OfferedInvitation): (sound: SoundName) => void {
  const { adapters, preferences } = useHost();
  return (sound) => {
    const { sounds, volume } = preferences.get();
    if (sounds) adapters.sound.play(sound, { volume, once: `${sound}.${id}.${expiresAt}` });
  };
}
