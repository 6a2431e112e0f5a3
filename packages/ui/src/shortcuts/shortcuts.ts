import type { HostContext } from '@baton/contracts';
import { describeBinding } from './describe';
import type { KeyNames } from './describe';

/**
 * Every keyboard command with its default keys, on Apple's keyboards and on others, and where it can be given.
 * Browsers, AltGr layouts and other contact-centre desktops use Alt+Shift+letter least. On Apple's keyboards, where Option
 * writes characters, it is Control+Shift+letter. With modifiers, WCAG 2.1.4 (character key shortcuts) allows both. The
 * name of a command is the message `shortcut.<id>`.
 */
export const shortcuts = [
  { id: 'region.next', keys: 'F6', apple: 'F6', scope: 'shell' },
  { id: 'region.previous', keys: 'Shift+F6', apple: 'Shift+F6', scope: 'shell' },
  { id: 'preview.focus', keys: 'Alt+Shift+I', apple: 'Control+Shift+I', scope: 'document' },
  { id: 'preview.accept', keys: 'Alt+Shift+A', apple: 'Control+Shift+A', scope: 'card' },
  { id: 'preview.reject', keys: 'Alt+Shift+R', apple: 'Control+Shift+R', scope: 'card' },
  { id: 'preview.extend', keys: 'Alt+Shift+M', apple: 'Control+Shift+M', scope: 'card' },
  { id: 'interaction.next', keys: 'Alt+Shift+J', apple: 'Control+Shift+J', scope: 'document' },
  { id: 'interaction.previous', keys: 'Alt+Shift+K', apple: 'Control+Shift+K', scope: 'document' },
  { id: 'interaction.nextWaiting', keys: 'Alt+Shift+W', apple: 'Control+Shift+W', scope: 'document' },
  { id: 'preview.undo', keys: 'Alt+Shift+Z', apple: 'Control+Shift+Z', scope: 'rejecting' },
  { id: 'team.open', keys: 'Alt+Shift+F', apple: 'Control+Shift+F', scope: 'document' },
  { id: 'transfer.start', keys: 'Alt+Shift+T', apple: 'Control+Shift+T', scope: 'interaction' },
  { id: 'transfer.cancel', keys: 'Alt+Shift+C', apple: 'Control+Shift+C', scope: 'inviting' },
  { id: 'sms.compose', keys: 'Alt+Shift+E', apple: 'Control+Shift+E', scope: 'interaction' },
  { id: 'sms.new', keys: 'Alt+Shift+X', apple: 'Control+Shift+X', scope: 'document' },
  { id: 'sms.find', keys: 'Alt+Shift+L', apple: 'Control+Shift+L', scope: 'interaction' },
  { id: 'messages.open', keys: 'Alt+Shift+N', apple: 'Control+Shift+N', scope: 'document' },
  { id: 'messages.delete', keys: 'Delete', apple: 'Backspace', scope: 'message' },
  { id: 'shortcuts.help', keys: 'Alt+Shift+/', apple: 'Control+Shift+/', scope: 'shell' },
] as const satisfies readonly { id: string; keys: string; apple: string; scope: string }[];

/** Name of a keyboard command. */
export type ShortcutId = (typeof shortcuts)[number]['id'];

/**
 * Where a command can be given: `document` anywhere; `shell` anywhere, in hosts that have regions and a help for shortcuts;
 * `card` while an Interaction Preview is shown; `message` while an entry of My Messages has the focus; `rejecting` while a rejection can be undone; `interaction` in the active SMS window; `inviting` there, during a transfer.
 */
export type ShortcutScope = (typeof shortcuts)[number]['scope'];

/** A command with its current keys; `null` without any. */
export interface Binding {
  id: ShortcutId;
  keys: string | null;
  scope: ShortcutScope;
}

/** The part of a host's context that decides about keys. */
export type Keyboard = Pick<HostContext, 'shortcuts' | 'platform'>;

/** The current bindings: the defaults for this keyboard, changed or switched off (`null`) by the host. */
export function bindings({ shortcuts: given = {}, platform }: Keyboard = {}): readonly Binding[] {
  return shortcuts.map(({ id, keys, apple, scope }) => ({
    id,
    keys: given[id] === undefined ? (platform === 'apple' ? apple : keys) : given[id],
    scope,
  }));
}

/** The current keys of one command; undefined when it has none. */
export function keysOf(keyboard: Keyboard, id: ShortcutId): KeyNames | undefined {
  const aria = bindings(keyboard).find((binding) => binding.id === id)?.keys ?? undefined;
  return aria === undefined ? undefined : { aria, printed: describeBinding(aria, keyboard.platform) };
}
