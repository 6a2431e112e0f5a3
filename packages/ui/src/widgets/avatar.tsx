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
  const isPerson = kind === 'agent';
  const initials = isPerson ? initialsOf(name) : '';
  return (
    <span
      className={classNames('b-avatar', size !== 'md' && `b-avatar-${size}`, !isPerson && 'b-avatar-square')}
      part={part('avatar')}
      // Pools are told apart by their icons.
      data-tint={initials ? tintOf(name) : undefined}
      aria-hidden="true"
      translate="no"
    >
      {initials ? <span>{initials}</span> : <KindIcon size={size === 'sm' ? 14 : 18} />}
      {presence && <PresenceGlyph state={presence} />}
    </span>
  );
}

const tints = 8;

/** One of the tints, always the same for a name. */
function tintOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return hash % tints;
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
