import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const catalogues = [
  ['Shared by all modules, and host-kit’s own', 'packages/ui/src/texts'],
  ['SMS window', 'packages/sms-window/src/messages'],
  ['Team Communicator', 'packages/team-communicator/src/messages'],
  ['Notifications', 'packages/notifications/src/messages'],
] as const;

/** Every text by id, for hosts that say it in their own words. */
export function messagesPage(): string {
  return `# Messages

A host says any of these in its own words by the option \`messages\`: ICU messages by id, a few or a whole language. What is missing comes in the locale's own words, and else in English.

Languages: \`en-GB\` (default), \`en-US\`, \`de\`, \`fr\`, \`es\`, \`ar\` (right to left). German, French, Spanish and Arabic are **drafts**: no native reader has seen them. Each but the default is a file of its own that only pages in that language fetch.

${catalogues.map(([title, folder]) => `## ${title}\n\n${table(folder)}`).join('\n\n')}
`;
}

function table(folder: string): string {
  const file = join(root, folder, 'en-GB.json');
  if (!existsSync(file)) throw new Error(`${folder} has no English catalogue.`);
  const messages: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  const rows = Object.entries(messages).map(([id, message]) => `| \`${id}\` | ${message.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`);
  return ['| id | English |', '| --- | --- |', ...rows].join('\n');
}
