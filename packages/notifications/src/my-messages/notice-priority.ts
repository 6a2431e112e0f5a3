import { knownOr } from '@baton/contracts';
import type { Known, Notice, NoticePriority, SoundName } from '@baton/contracts';

/**
 * The priority that the contact centre gives a message of its own, `normal` where it gives none or one that this version
 * does not know; undefined for other entries.
 */
export function priorityOf(notice: Notice): Known<NoticePriority> | undefined {
  if (notice.kind !== 'broadcast' && notice.kind !== 'service') return undefined;
  return knownOr(notice.priority ?? 'normal', 'normal');
}

/** Whether a message of the contact centre no longer holds. `now`: backend time. */
export function isExpired(notice: Notice, now: number): boolean {
  return (
    (notice.kind === 'broadcast' || notice.kind === 'service') &&
    notice.expiresAt !== undefined &&
    notice.expiresAt <= now
  );
}

/** Whether a screen reader says it at once, whatever it is saying. */
export function isUrgent(notice: Notice, now: number): boolean {
  const priority = priorityOf(notice);
  return (priority === 'important' || priority === 'high') && !isExpired(notice, now);
}

/** Whether the agent has to say that they have read it: having seen it is not enough. */
export function needsAcknowledgement(notice: Notice, now: number): boolean {
  return priorityOf(notice) === 'important' && !isExpired(notice, now);
}

/** The sounds of notices, that of which the agent must know first before the others. */
export const noticeSounds = ['importantNotice', 'problem', 'highNotice'] as const satisfies readonly SoundName[];

/** The sound with which it comes, if it comes with one. */
export function soundOf(notice: Notice, now: number): (typeof noticeSounds)[number] | undefined {
  if (isExpired(notice, now)) return undefined;
  const priority = priorityOf(notice);
  if (priority === 'important') return 'importantNotice';
  if (notice.severity === 'problem') return 'problem';
  return priority === 'high' ? 'highNotice' : undefined;
}
