import { useRef } from 'react';
import { useHost } from '@baton/module-kit';
import type { DesktopState, Notice, SoundName } from '@baton/contracts';
import { useDesktopChanges } from '../use-desktop-changes';

/** How long texts stay silent after one that rang, in milliseconds: people write one thing in several texts. */
const quietMs = 3000;

/** Rings for what customers write in owned conversations, for problems, and for urgent words of the contact centre. */
export function useMessageSounds(): void {
  const { adapters, clock, preferences } = useHost();
  const rangAt = useRef(-Infinity);

  function ring(sound: SoundName, occasion: string) {
    const { sounds, volume } = preferences.get();
    if (sounds) adapters.sound.play(sound, { volume, once: `${sound}.${occasion}` });
  }

  useDesktopChanges((before, after) => {
    const texts = newCustomerTexts(before, after);
    const now = clock.now();
    if (texts[0] !== undefined && now - rangAt.current >= quietMs) {
      rangAt.current = now;
      ring('message', texts[0]);
    }
    const problem = Object.values(after.notices).find(
      (notice) => before.notices[notice.id] === undefined && isPressing(notice),
    );
    if (problem) ring('problem', problem.id);
  });
}

/** A problem, or what the contact centre itself holds to be urgent. */
function isPressing(notice: Notice): boolean {
  return notice.severity === 'problem' || ('priority' in notice && notice.priority === 'high');
}

/** What customers wrote since, in conversations that were open already; each as a name for the occasion. */
function newCustomerTexts(before: DesktopState, after: DesktopState): string[] {
  if (before.conversations === after.conversations) return [];
  return Object.keys(after.interactions).flatMap((interactionId) => {
    const known = before.conversations[interactionId]?.messages.at(-1)?.index;
    if (known === undefined || before.interactions[interactionId] === undefined) return [];
    return (after.conversations[interactionId]?.messages ?? [])
      .filter(({ kind, index }) => kind === 'customer' && index > known)
      .map(({ index }) => `${interactionId}.${index}`);
  });
}
