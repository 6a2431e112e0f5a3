import { useRef } from 'react';
import { useHost } from '@baton/module-kit';
import { backendNow } from '@baton/desktop';
import type { DesktopState, SoundName } from '@baton/contracts';
import { isExpired, isUrgent } from './notice-priority';
import { useDesktopChanges } from '../use-desktop-changes';

/** How long further messages make no sound, because people write one thing in several messages. */
const quietMs = 3000;

/** Plays a sound for customers' messages in the agent's conversations, for problems, and for notices of high priority. */
export function useMessageSounds(): void {
  const { adapters, clock, preferences } = useHost();
  const playedAt = useRef(-Infinity);

  function play(sound: SoundName, occasion: string) {
    const { sounds, volume } = preferences.get();
    if (sounds) adapters.sound.play(sound, { volume, once: `${sound}.${occasion}` });
  }

  useDesktopChanges((before, after) => {
    const [message] = newCustomerMessages(before, after);
    const now = clock.now();
    if (message !== undefined && now - playedAt.current >= quietMs) {
      playedAt.current = now;
      play('message', message);
    }
    const problem = Object.values(after.notices).find(
      (notice) =>
        before.notices[notice.id] === undefined &&
        (notice.severity === 'problem' || isUrgent(notice, backendNow(after, clock))) &&
        !isExpired(notice, backendNow(after, clock)),
    );
    if (problem) play('problem', problem.id);
  });
}

/** Keys of the messages that customers wrote since, in conversations that were open already. */
function newCustomerMessages(before: DesktopState, after: DesktopState): string[] {
  if (before.conversations === after.conversations) return [];
  return Object.keys(after.interactions).flatMap((interactionId) => {
    const known = before.conversations[interactionId]?.messages.at(-1)?.index;
    if (known === undefined || before.interactions[interactionId] === undefined) return [];
    return (after.conversations[interactionId]?.messages ?? [])
      .filter(({ kind, index }) => kind === 'customer' && index > known)
      .map(({ index }) => `${interactionId}.${index}`);
  });
}
