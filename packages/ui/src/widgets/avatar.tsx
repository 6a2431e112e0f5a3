import type { PresenceState, KnownTargetKind } from '@baton/contracts';
import { targetKindIcons } from '../icons';
import { part } from '../parts';
import { classNames } from './class-names';
import { PresenceGlyph } from './presence-glyph';

/**
 * Stands for a person or pool beside its name, and is hidden from screen
 * readers: people are a circle with initials, everything else a rounded square
 * with the icon of its kind.
 */
export function Avatar({
  kind = 'agent',
  name,
  presence,
  size = 'md',
}: {
  kind?: KnownTargetKind;
  name: string;
  presence?: PresenceState | undefined;
  size?: 'sm' | 'md' | 'lg';
}) {
  const KindIcon = targetKindIcons[kind];
  const initials = kind === 'agent' ? initialsOf(name) : '';
  return (
    <span
      className={classNames('b-avatar', size !== 'md' && `b-avatar-${size}`, kind !== 'agent' && 'b-avatar-square')}
      part={part('avatar')}
      aria-hidden="true"
      translate="no"
    >
      {initials ? <span>{initials}</span> : <KindIcon size={size === 'sm' ? 14 : 18} />}
      {presence && <PresenceGlyph state={presence} />}
    </span>
  );
}

/** The first letters of the first and last word; nothing for a number. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => (word ? [...word][0] : ''))
    .join('')
    .toLocaleUpperCase();
}
