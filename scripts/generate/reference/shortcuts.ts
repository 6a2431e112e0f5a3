import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortcuts } from '../../../packages/ui/src/shortcuts/shortcuts';

const scopes = {
  document: 'anywhere',
  shell: 'anywhere, in the shell',
  card: 'while an Interaction Preview is shown',
  interaction: 'when a conversation is in front',
  message: 'while an entry of My Messages has the focus',
  rejecting: 'while a rejection can be undone',
  inviting: 'while a transfer waits for an answer',
};

/** The keyboard commands, from the table that they work by. */
export function shortcutsPage(): string {
  const texts: Record<string, string> = JSON.parse(
    readFileSync(join(__dirname, '../../../packages/ui/src/texts/en-GB.json'), 'utf8'),
  );
  return `# Keyboard commands

A host gives others, or none, in the option \`shortcuts\`: \`{ 'team.open': 'Control+K', 'messages.open': null }\`. Modifiers are \`Alt\`, \`Control\`, \`Meta\` and \`Shift\`; a single character needs one besides \`Shift\`, so that nobody gives a command by typing. The same keys must not be those of two commands, on neither kind of keyboard. An agent can switch all of them off. Every command is also a control on the screen. Those of the shell work in no other host: regions and a list of keys are the page's own.

## Keyboards

Agents on macOS and iPadOS have keys of their own by default: there Option writes a character with most keys, and *Control+Option* belongs to VoiceOver. Which of the two it is, the option \`platform\` says, and without it the browser. What you set holds on both; tooltips, \`aria-keyshortcuts\`, announcements, settings and the shell's list of keys say what holds here.

In a text field a key that writes a character writes it, whatever commands have those keys: within a composition and at its end, dead keys, Option with and without Shift, AltGr. On Windows *Control+Alt* is AltGr, too: with a Latin letter that it does not change it gives a command, with anything else in a text field it writes. A key that is held gives its command once.

While a modal dialog is open – one of ours, a \`<dialog>\` shown with \`showModal()\`, or any element in sight with \`aria-modal="true"\` – commands rest, except those that answer an invitation (\`preview.…\`).

Tried in Chromium on Linux ([keys.spec.ts](../../test/browser/keys.spec.ts), [accessibility.spec.ts](../../test/browser/accessibility.spec.ts)): the keys with Alt; *Control+Shift+A* and *Control+Shift+/* in a browser that says it is on a Mac; Option letters, dead keys and what Safari tells after a composition, as events. Not tried: a Mac, where *Control* with some of these letters moves the caret in text fields, and *Shift* selects.

## Commands

| command | keys | on macOS and iPadOS | where | |
| --- | --- | --- | --- | --- |
${shortcuts.map(({ id, keys, apple, scope }) => `| \`${id}\` | ${keys} | ${apple} | ${scopes[scope]} | ${texts[`shortcut.${id}`] ?? ''} |`).join('\n')}
`;
}
