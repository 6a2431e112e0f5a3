import { isFactTopic, isRequestTopic } from '@baton/event-bus';
import { retainedTopics } from '@baton/contracts';
import { factSchemas, requestSchemas } from '@baton/contracts/schemas';
import type { BusIntents } from '@baton/contracts';
import { intents as hostKit } from '../../../packages/host-kit/src/intents';
import { intents as notifications } from '../../../packages/notifications/src/intents';
import { intents as smsWindow } from '../../../packages/sms-window/src/intents';
import { intents as teamCommunicator } from '../../../packages/team-communicator/src/intents';

/** Who takes part, by folder. */
export const rooms: Readonly<Record<string, { title: string; intents: BusIntents }>> = {
  'sms-window': { title: 'SMS window', intents: smsWindow },
  'team-communicator': { title: 'Team Communicator', intents: teamCommunicator },
  notifications: { title: 'Notifications', intents: notifications },
  'host-kit': { title: 'host-kit', intents: hostKit },
};

/** Which module says what, drawn from what each declares. */
export function busPage(): string {
  const requests = Object.keys(requestSchemas).filter(isRequestTopic);
  const facts = Object.keys(factSchemas).filter(isFactTopic);
  const who = (kind: keyof BusIntents, topic: string) =>
    Object.values(rooms)
      .filter(({ intents }) => intents[kind].some((declared) => declared === topic))
      .map(({ title }) => title)
      .join(', ');
  const heardBy = (topic: string) =>
    [who('listens', topic), ...(isForHosts(topic) ? ['the host'] : [])].filter(Boolean).join(', ');
  const asked = requests.flatMap((topic) => edges('asks', topic, 'answers'));
  const told = facts.flatMap((topic) => edges('emits', topic, 'listens'));
  return `# Who says what over the bus

Payloads are declared in [topics.ts](../../packages/contracts/src/bus/topics.ts). In development a module's bus refuses what the module has not declared. A host may emit, listen, ask and answer everything.

## Between the modules

Solid arrows ask and are answered; dotted ones are facts.

\`\`\`mermaid
flowchart LR
${Object.entries(rooms)
  .map(([id, { title }]) => `  ${id}["${title}"]`)
  .join('\n')}
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
${facts.map((topic) => `| \`${topic}\` | ${who('emits', topic) || 'every module'} | ${heardBy(topic)} | ${retainedTopics.some((kept) => kept === topic) ? 'yes' : ''} |`).join('\n')}
`;
}

/** Whether no module listens: then it is told for hosts, even where host-kit listens along. */
function isForHosts(topic: string): boolean {
  return Object.entries(rooms).every(
    ([id, { intents }]) => id === 'host-kit' || !intents.listens.some((declared) => declared === topic),
  );
}

/** Arrows from everybody who says a topic to everybody who hears it; what no module says or hears is the host's. */
function edges(from: 'asks' | 'emits', topic: string, to: 'answers' | 'listens'): string[] {
  const ids = (kind: keyof BusIntents) =>
    Object.entries(rooms).flatMap(([id, { intents }]) =>
      intents[kind].some((declared) => declared === topic) ? [id] : [],
    );
  const sources = ids(from);
  const targets = [...ids(to), ...(to === 'listens' && isForHosts(topic) ? ['host'] : [])];
  // What every module tells every host would only hide the rest.
  if (from === 'emits' && isForHosts(topic) && sources.every((id) => id === 'host-kit')) return [];
  const arrow = from === 'asks' ? '--' : '-.';
  const head = from === 'asks' ? '-->' : '.->';
  return (sources.length === 0 ? ['host'] : sources).flatMap((source) =>
    (targets.length === 0 ? ['host'] : targets.filter((target) => target !== source)).map(
      (target) => `  ${source} ${arrow} ${topic} ${head} ${target}`,
    ),
  );
}
