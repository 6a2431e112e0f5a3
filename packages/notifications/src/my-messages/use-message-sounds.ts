import { useRef } from 'react';
import { useHost } from '@baton/module-kit';
import { backendNow } from '@baton/desktop';
import type { DesktopState, Notice } from '@baton/contracts';
import { noticeSounds, soundOf } from './notice-priority';
import { useDesktopChanges } from '../use-desktop-changes';
import { usePlay } from '../use-play';

/** How long further messages make no sound, because people write one thing in several messages. */
const quietMs = 3000;

/** Plays a sound for customers' messages in the agent's conversations, for problems, and for notices of high priority. */
export function useMessageSounds(): void {
  const { clock } = useHost();
  const play = usePlay();
  const playedAt = useRef(-Infinity);

  useDesktopChanges((before, after) => {
    const [message] = newCustomerMessages(before, after);
    if (message !== undefined && clock.now() - playedAt.current >= quietMs) {
      playedAt.current = clock.now();
      play('message', message);
    }
    const notices = newNotices(before, after);
    const now = backendNow(after, clock);
    // Of several, one is heard.
    noticeSounds.some((sound) => {
      const notice = notices.find((one) => soundOf(one, now) === sound);
      return notice !== undefined && play(sound, notice.id);
    });
  });
}

function newNotices(before: DesktopState, after: DesktopState): Notice[] {
  if (before.notices === after.notices) return [];
  return Object.values(after.notices).filter(({ id }) => before.notices[id] === undefined);
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
