import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findFiles } from '../../common/files.js';

const packages = join(__dirname, '../../../packages');
const rooms = ['host-kit', 'module-kit', 'ui', 'sms-window', 'team-communicator', 'notifications'];

/** Every landmark, by the source that makes it; `text` is the message that names it. */
const landmarks: Readonly<Record<string, readonly Landmark[]>> = {
  'host-kit/src/modules/failure-card.ts': [
    {
      where: 'in the place of a module that has failed; `{module}` is its `label`',
      catalogue: 'host-kit/src/messages',
      text: 'module.error',
    },
  ],
  'sms-window/src/window/sms-window.tsx': [
    { where: 'SMS window, while a conversation is in front', name: "the customer's name" },
  ],
  'sms-window/src/find/find-bar.tsx': [
    {
      where: 'the same, while the agent finds a text in it',
      role: 'search',
      catalogue: 'ui/src/texts',
      text: 'shortcut.sms.find',
    },
  ],
  'sms-window/src/interactions/interactions.tsx': [
    {
      where: 'SMS window, view `interactions`',
      role: 'navigation',
      catalogue: 'ui/src/texts',
      text: 'interactions.title',
    },
  ],
  'sms-window/src/interactions/tray.tsx': [
    {
      where: 'the same, while transfers are pending',
      catalogue: 'sms-window/src/messages',
      text: 'tray.title',
    },
  ],
  'notifications/src/previews/previews.tsx': [
    {
      where: 'Notifications, views `previews` and `overlay`',
      catalogue: 'notifications/src/messages',
      text: 'preview.region',
    },
  ],
  'notifications/src/my-messages/messages-panel.tsx': [
    {
      where: 'Notifications, view `messages`, while it is open',
      catalogue: 'notifications/src/messages',
      text: 'messages.title',
    },
    { where: 'the same, while settings are shown', catalogue: 'notifications/src/messages', text: 'settings.title' },
  ],
  'notifications/src/settings/self-check-view.tsx': [
    {
      where: 'Notifications, view `self-check`, and in the settings once it is opened there',
      catalogue: 'notifications/src/messages',
      text: 'check.title',
    },
  ],
  'notifications/src/settings/settings.tsx': [
    { where: 'Notifications, view `settings`', catalogue: 'notifications/src/messages', text: 'settings.title' },
  ],
};

type Landmark = { where: string; role?: 'search' | 'navigation' } & (
  | { name: string }
  | { catalogue: string; text: string }
);

/** The landmarks that assistive technology and tests find Baton by. */
export function landmarksPage(): string {
  const sources = findFiles(
    packages,
    rooms.map((room) => `${room}/src`),
    /(?<!\.test)\.tsx?$/,
  ).filter((file) => makesLandmark(readFileSync(file, 'utf8')));
  const found = sources.map((file) => relative(packages, file)).sort();
  const known = Object.keys(landmarks).sort();
  if (found.join() !== known.join())
    throw new Error(
      `Landmarks are made in ${found.join(', ')}; scripts/generate/reference/landmarks.ts knows ${known.join(', ')}.`,
    );
  return `# Landmarks

Names are those of the English texts; the [message](messages.md) that says a name says it in every language, and in the host's own words. Team Communicator brings none: it is a group, in whatever landmark the host puts it.

| role | name | message | where |
| --- | --- | --- | --- |
${Object.values(landmarks)
  .flat()
  .map((landmark) => `| \`${landmark.role ?? 'region'}\` | ${nameOf(landmark)} | ${landmark.where} |`)
  .join('\n')}
`;
}

function makesLandmark(source: string): boolean {
  return /<(?:section|aside|nav|main|search)\b|create\(\w+, '(?:section|aside|nav|main|search)'|role="(?:region|complementary|navigation|main|search|banner|contentinfo|form)"/.test(
    source,
  );
}

function nameOf(landmark: Landmark): string {
  if ('name' in landmark) return `${landmark.name} | `;
  const texts: Record<string, string> = JSON.parse(
    readFileSync(join(packages, landmark.catalogue, 'en-GB.json'), 'utf8'),
  );
  const name = texts[landmark.text];
  if (name === undefined) throw new Error(`${landmark.catalogue} has no text ${landmark.text}.`);
  return `${name} | \`${landmark.text}\``;
}
