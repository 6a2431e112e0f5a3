import { useEffect, useEffectEvent, useRef } from 'react';
import { useDesktop, useHost, useSecondsLeft } from '@baton/module-kit';
import { useAnnounce } from '@baton/ui';
import type { OfferedInvitation, SoundName } from '@baton/contracts';
import { useKeyNames } from '../key-names';
import { useWords } from '../texts';
import { namesOf } from './invitation-texts';

/** From here on the countdown is urgent, in seconds. */
export const urgentSeconds = 10;

/** Speaks and rings for a card: once when it comes, once when time gets short, once when time was added. */
export function useCardAlert(invitation: OfferedInvitation): void {
  const { t } = useWords();
  const { adapters, preferences } = useHost();
  const announce = useAnnounce();
  const keys = useKeyNames();
  const { id, kind, expiresAt } = invitation;
  const timed = useDesktop((state) => state.capabilities?.inviteExpiry !== 'unknown') && expiresAt !== null;
  const names = namesOf(invitation);
  const seconds = useSecondsLeft(expiresAt);
  const soon = timed && seconds > 0 && seconds <= urgentSeconds;

  function ring(sound: SoundName) {
    const { sounds, volume } = preferences.get();
    if (sounds) adapters.sound.play(sound, { volume, once: `${sound}.${id}.${expiresAt}` });
  }

  const arrive = useEffectEvent(() => {
    const accept = keys('preview.accept');
    const reject = keys('preview.reject');
    const offer = t(`preview.announce.${kind}`, { ...names, seconds, timed: String(timed) });
    const help =
      accept && reject
        ? ` ${t('preview.announce.keys', { acceptKeys: accept.spoken, rejectKeys: reject.spoken })}`
        : '';
    const priority = preferences.get().announcements === 'quiet' ? 'polite' : 'assertive';
    announce(offer + help, { priority, id: `offer.${id}` });
    ring('invite');
  });
  useEffect(() => arrive(), [id]);

  const remind = useEffectEvent(() => {
    announce(t(`preview.soon.${kind}`, { ...names, seconds }), { id: `soon.${id}` });
    ring('inviteReminder');
  });
  const wasSoon = useRef(soon);
  useEffect(() => {
    if (soon && !wasSoon.current) remind();
    wasSoon.current = soon;
  }, [soon]);

  const tellExtension = useEffectEvent(() =>
    announce(t('preview.extended', { seconds }), { id: `extended.${expiresAt}` }),
  );
  const knownExpiry = useRef(expiresAt);
  useEffect(() => {
    if (expiresAt !== null && knownExpiry.current !== null && expiresAt > knownExpiry.current) tellExtension();
    knownExpiry.current = expiresAt;
  }, [expiresAt]);
}
