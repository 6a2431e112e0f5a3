import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortcuts } from '../../../packages/ui/src/shortcuts/shortcuts';

const scopes = {
  document: 'anywhere',
  card: 'while an Interaction Preview is shown',
  interaction: 'when a conversation is in front',
  inviting: 'while a transfer waits for an answer',
};

/** The keyboard commands, from the table that they work by. */
export function shortcutsPage(): string {
  const texts: Record<string, string> = JSON.parse(readFileSync(join(__dirname, '../../../packages/ui/src/texts/en-GB.json'), 'utf8'));
  return `# Keyboard commands

A host gives others, or none, in the option \`shortcuts\`: \`{ 'team.open': 'Control+K', 'messages.open': null }\`. Modifiers are \`Alt\`, \`Control\`, \`Meta\` and \`Shift\`; a single character needs one besides \`Shift\`, so that nobody gives a command by typing. An agent can switch all of them off. Every command is also a control on the screen.

| command | keys | where | |
| --- | --- | --- | --- |
${shortcuts.map(({ id, keys, scope }) => `| \`${id}\` | ${keys} | ${scopes[scope]} | ${texts[`shortcut.${id}`] ?? ''} |`).join('\n')}
`;
}
