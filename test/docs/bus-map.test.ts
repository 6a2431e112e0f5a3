import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFactTopic, isRequestTopic } from '@baton/event-bus';
import { factSchemas, requestSchemas, retainedTopics } from '@baton/contracts';
import type { BusIntents } from '@baton/contracts';
import { findFiles } from '../../scripts/lib/files.js';
import { intents as hostKit } from '../../packages/host-kit/src/bus-intents';
import { intents as notifications } from '../../packages/notifications/src/bus-intents';
import { intents as smsWindow } from '../../packages/sms-window/src/bus-intents';
import { intents as teamCommunicator } from '../../packages/team-communicator/src/bus-intents';

const root = join(__dirname, '../..');
const file = join(root, 'docs/reference/bus.md');
const rooms: Record<string, { title: string; intents: BusIntents }> = {
  'sms-window': { title: 'SMS window', intents: smsWindow },
  'team-communicator': { title: 'Team Communicator', intents: teamCommunicator },
  notifications: { title: 'Notifications', intents: notifications },
  'host-kit': { title: 'host-kit', intents: hostKit },
};
const kinds = new Map<string, keyof BusIntents>([
  ['emit', 'emits'],
  ['on', 'listens'],
  ['retained', 'listens'],
  ['request', 'asks'],
  ['respond', 'answers'],
]);

test.each(Object.keys(rooms))('what %s declares is what its code says and hears', (room) => {
  const found: Record<keyof BusIntents, Set<string>> = { emits: new Set(), listens: new Set(), asks: new Set(), answers: new Set() };
  const sources = findFiles(root, [`packages/${room}/src`], /(?<!\.test)\.tsx?$/).filter((path) => !path.includes('testing'));
  for (const source of sources) {
    for (const [, method = '', argument = ''] of readFileSync(source, 'utf8').matchAll(/\bbus\s*\.(\w+)\(([^,)]*)/g)) {
      const kind = kinds.get(method);
      if (kind === undefined) continue;
      for (const [, topic = ''] of argument.matchAll(/'([\w.]+)'/g)) found[kind].add(topic);
    }
  }
  const { intents } = rooms[room] ?? { intents: hostKit };
  for (const kind of ['emits', 'listens', 'asks', 'answers'] as const) expect([kind, ...found[kind]].sort()).toEqual([kind, ...intents[kind]].sort());
});

test('docs/reference/bus.md draws what is declared; UPDATE=1 writes it anew', () => {
  const page = describeBus();
  if (process.env['UPDATE'] === '1') writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});

function describeBus(): string {
  const requests = Object.keys(requestSchemas).filter(isRequestTopic);
  const facts = Object.keys(factSchemas).filter(isFactTopic);
  const who = (kind: keyof BusIntents, topic: string) =>
    Object.values(rooms)
      .filter(({ intents }) => intents[kind].some((declared) => declared === topic))
      .map(({ title }) => title)
      .join(', ');
  const asked = requests.flatMap((topic) => edges('asks', topic, 'answers'));
  const told = facts.flatMap((topic) => edges('emits', topic, 'listens'));
  return `<!-- Written by test/docs/bus-map.test.ts from what each module declares in its bus-intents.ts. -->
# Who says what over the bus

Payloads are declared in [topics.ts](../../packages/contracts/src/bus/topics.ts). In development a module's bus refuses what the module has not declared. A host may emit, listen, ask and answer everything.

## Between the modules

Solid arrows ask and are answered; dotted ones are facts.

\`\`\`mermaid
flowchart LR
${Object.entries(rooms).map(([id, { title }]) => `  ${id}["${title}"]`).join('\n')}
  host["the host"]
${[...asked, ...told].join('\n')}
\`\`\`

## Requests

| topic | asked by | answered by |
| --- | --- | --- |
${requests.map((topic) => `| \`${topic}\` | ${who('asks', topic) || 'the host'} | ${who('answers', topic)} |`).join('\n')}

## Facts

| topic | told by | heard by | kept for late listeners |
| --- | --- | --- | --- |
${facts.map((topic) => `| \`${topic}\` | ${who('emits', topic) || 'every module'} | ${who('listens', topic) || 'the host'} | ${retainedTopics.some((kept) => kept === topic) ? 'yes' : ''} |`).join('\n')}
`;
}

/** Arrows from everybody who says a topic to everybody who hears it; what no module says or hears is the host's. */
function edges(from: 'asks' | 'emits', topic: string, to: 'answers' | 'listens'): string[] {
  const ids = (kind: keyof BusIntents) => Object.entries(rooms).flatMap(([id, { intents }]) => (intents[kind].some((declared) => declared === topic) ? [id] : []));
  const sources = ids(from);
  const targets = ids(to);
  // What every module tells every host would only hide the rest.
  if (from === 'emits' && targets.length === 0 && sources.every((id) => id === 'host-kit')) return [];
  const arrow = from === 'asks' ? '--' : '-.';
  const head = from === 'asks' ? '-->' : '.->';
  return (sources.length === 0 ? ['host'] : sources).flatMap((source) =>
    (targets.length === 0 ? ['host'] : targets).map((target) => `  ${source} ${arrow} ${topic} ${head} ${target}`),
  );
}
