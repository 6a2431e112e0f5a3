import type { ShortcutOverrides } from '@baton/contracts';

/**
 * Every keyboard command with its default keys and where it can be given.
 * Alt+Shift+letter is the family that browsers, AltGr layouts and other
 * contact-centre desktops use least, and its modifiers keep it outside WCAG
 * 2.1.4 (character key shortcuts). The name of a command is the message
 * `shortcut.<id>`.
 */
export const shortcuts = [
  { id: 'region.next', keys: 'F6', scope: 'document' },
  { id: 'region.previous', keys: 'Shift+F6', scope: 'document' },
  { id: 'preview.focus', keys: 'Alt+Shift+I', scope: 'document' },
  { id: 'preview.accept', keys: 'Alt+Shift+A', scope: 'card' },
  { id: 'preview.reject', keys: 'Alt+Shift+R', scope: 'card' },
  { id: 'preview.extend', keys: 'Alt+Shift+M', scope: 'card' },
  { id: 'team.open', keys: 'Alt+Shift+F', scope: 'document' },
  { id: 'transfer.start', keys: 'Alt+Shift+T', scope: 'interaction' },
  { id: 'transfer.cancel', keys: 'Alt+Shift+C', scope: 'inviting' },
  { id: 'sms.compose', keys: 'Alt+Shift+E', scope: 'interaction' },
  { id: 'messages.open', keys: 'Alt+Shift+N', scope: 'document' },
  { id: 'shortcuts.help', keys: 'Alt+Shift+/', scope: 'document' },
] as const satisfies readonly { id: string; keys: string; scope: string }[];

/** Name of a keyboard command. */
export type ShortcutId = (typeof shortcuts)[number]['id'];

/** Where a command can be given: anywhere, while a card is shown, in the active SMS window, while inviting. */
export type ShortcutScope = (typeof shortcuts)[number]['scope'];

/** A command with the keys that are in force; `null` when it has none. */
export interface Binding {
  id: ShortcutId;
  keys: string | null;
  scope: ShortcutScope;
}

/** The bindings in force: our defaults, changed or switched off (`null`) by the host. */
export function bindings(overrides: ShortcutOverrides = {}): readonly Binding[] {
  return shortcuts.map(({ id, keys, scope }) => ({
    id,
    keys: overrides[id] === undefined ? keys : overrides[id],
    scope,
  }));
}

/** The keys of one command, for its button's `aria-keyshortcuts` and for texts; undefined when it has none. */
export function keysOf(inForce: readonly Binding[], id: ShortcutId): string | undefined {
  return inForce.find((binding) => binding.id === id)?.keys ?? undefined;
}
