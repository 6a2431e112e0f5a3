import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english } from '../../../packages/iframe/src/texts';
import { uiTranslations } from '../../../packages/ui/src/texts/catalogue';
import { directionOf } from '../../../packages/ui/src/texts/translations';

const root = join(__dirname, '../../..');
const catalogues = [
  ['Shared by several of them', 'packages/ui/src/texts'],
  ['host-kit', 'packages/host-kit/src/messages'],
  ['SMS window', 'packages/sms-window/src/messages'],
  ['Team Communicator', 'packages/team-communicator/src/messages'],
  ['Notifications', 'packages/notifications/src/messages'],
] as const;

/** Every text by id, for hosts that say it in their own words. */
export function messagesPage(): string {
  return `# Messages

A host says any of these in its own words by the option \`messages\`: ICU messages by id, a few or a whole language. What is missing comes in the locale's own words, and else in English.

Languages: ${['`en-GB` (default)', ...Object.keys(uiTranslations).map(language)].join(', ')}. All but English are **drafts**: no native reader has seen them. Each but the default is a file of its own that only pages in that language fetch.

${catalogues.map(([title, folder]) => `## ${title}\n\n${table(catalogue(folder))}`).join('\n\n')}

## Around an iframe

[@baton/iframe](../../packages/iframe/README.md) stands in your page without Baton's languages: it has these in English only, and takes yours from the option \`messages\` of \`embedBaton\`. The frame's name is the option \`title\`, else \`iframe.title\`.

${table(english)}

## In a page for iframes that stands alone

A host cannot change these: no host speaks with such a page. They are in English only.

${table(catalogue('packages/iframe-page/src/messages'))}
`;
}

function language(tag: string): string {
  return `\`${tag}\`${directionOf(tag) === 'rtl' ? ' (right to left)' : ''}`;
}

function catalogue(folder: string): Readonly<Record<string, string>> {
  const file = join(root, folder, 'en-GB.json');
  if (!existsSync(file)) throw new Error(`${folder} has no English catalogue.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function table(messages: Readonly<Record<string, string>>): string {
  const rows = Object.entries(messages).map(
    ([id, message]) => `| \`${id}\` | ${message.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`,
  );
  return ['| id | English |', '| --- | --- |', ...rows].join('\n');
}
