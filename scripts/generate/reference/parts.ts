import { parts as hostKit } from '../../../packages/host-kit/src/parts';
import { parts as notifications } from '../../../packages/notifications/src/parts';
import { parts as smsWindow } from '../../../packages/sms-window/src/parts';
import { parts as teamCommunicator } from '../../../packages/team-communicator/src/parts';
import { widgetParts } from '../../../packages/ui/src/parts';

/** What hosts may style, from the tables that the compiler holds modules to. */
export function partsPage(): string {
  return `# Parts

Every visible piece has a name that a host may style: \`[data-baton-module="sms-window"]::part(bubble) { border-radius: 2px; }\`. States are further names on the same element: \`::part(row-offline)\`. Names are kept as a promise: one is removed in a major version only.

## In every module

${table(widgetParts)}

## In a module's place, while it is on its way or has failed

${table(hostKit)}

## SMS window

${table(smsWindow)}

## Team Communicator

${table(teamCommunicator)}

## Notifications

${table(notifications)}
`;
}

function table(parts: Readonly<Record<string, string>>): string {
  return [
    '| part | what it is |',
    '| --- | --- |',
    ...Object.entries(parts).map(([name, what]) => `| \`${name}\` | ${what} |`),
  ].join('\n');
}
