import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortcuts } from '../../../packages/ui/src/shortcuts/shortcuts';

const scopes = {
  document: 'anywhere',
  card: 'while an Interaction Preview is shown',
  interaction: 'when a conversation is in front',
  inviting: 'while a transfer waits for an answer',
};

/** Commands that the shell listens for, and no module. */
const ofTheShell = /^(?:region|shortcuts)\./;

/** The keyboard commands, from the table that they work by. */
export function shortcutsPage(): string {
  const texts: Record<string, string> = JSON.parse(
    readFileSync(join(__dirname, '../../../packages/ui/src/texts/en-GB.json'), 'utf8'),
  );
  return `# Keyboard commands

A host gives others, or none, in the option \`shortcuts\`: \`{ 'team.open': 'Control+K', 'messages.open': null }\`. Modifiers are \`Alt\`, \`Control\`, \`Meta\` and \`Shift\`; a single character needs one besides \`Shift\`, so that nobody gives a command by typing. An agent can switch all of them off. Every command is also a control on the screen. Those of the shell work in no other host: regions and a list of keys are the page's own.

| command | keys | where | |
| --- | --- | --- | --- |
${shortcuts.map(({ id, keys, scope }) => `| \`${id}\` | ${keys} | ${scopes[scope]}${ofTheShell.test(id) ? ', in the shell' : ''} | ${texts[`shortcut.${id}`] ?? ''} |`).join('\n')}
`;
}
