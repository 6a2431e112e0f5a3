import { TelemetryEvent } from '@baton/contracts/schemas';

const meanings: Readonly<Record<TelemetryEvent['name'], string>> = {
  'baton.transfer.requested': 'the agent has asked for a transfer',
  'baton.transfer.accepted': 'a colleague owns the conversation now',
  'baton.transfer.handed_over': 'the conversation has gone to the target at once',
  'baton.transfer.declined': 'the colleague has rejected it',
  'baton.transfer.not_accepted': 'the target has not taken it, and the backend does not know why',
  'baton.transfer.expired': 'the colleague has not answered in time',
  'baton.transfer.cancelled': 'the agent has taken it back',
  'baton.transfer.failed': 'it was refused or could not be finished',
  'baton.preview.shown': 'an invitation has reached the desktop',
  'baton.preview.extended': 'the agent has asked for more time',
  'baton.preview.accepted': 'the agent has accepted',
  'baton.preview.declined': 'the agent has rejected',
  'baton.preview.missed': 'it ended without an answer',
  'baton.module.mounted': 'a module was mounted',
  'baton.module.crashed': 'a module could not be loaded, or has crashed',
  'baton.search.performed': 'Team Communicator has its answer',
};

/** What Baton measures, from the schemas of the events. */
export function telemetryPage(): string {
  const rows = TelemetryEvent.options.map(({ entries }) => {
    const attributes = Object.entries(entries.attributes.entries).map(
      ([name, { type }]) => `\`${name}\`${type === 'optional' ? '?' : ''}`,
    );
    return `| \`${entries.name.literal}\` | ${meanings[entries.name.literal]} | ${attributes.join(', ')} |`;
  });
  return `# Telemetry

Baton measures when the host gives \`adapters.telemetry\`: \`emit({ name, attributes, traceparent? })\`. The package \`@baton/opentelemetry\` makes spans of it.

\`\`\`ts
createBaton({ …, adapters: { telemetry: { emit: (event) => collect(event) } }, hashId: (id) => hash(id) });
\`\`\`

| event | when | attributes |
| --- | --- | --- |
${rows.join('\n')}

* **Never** message text, names, phone numbers, or what an agent searched for. Ids (\`interaction\`, \`target\`) only as \`hashId\` makes them; without it there are none.
* **Durations** are milliseconds: of a transfer from asking for it, of an invitation from the offer, of a module from asking for its code, of a search from asking the contact centre. Hand-overs are measured on the contact centre’s clock.
* **Once each.** What an agent does is told by the window that did it; what happens to them by one window of the browser profile. The end of a transfer belongs to the device that asked for it, and survives a reload; what ends while the agent has no window open is told by nobody. An agent on two devices sees an invitation on both: each tells that it was shown and missed.
* **One trace** through a hand-over: \`emit\` may return the W3C \`traceparent\` under which it has recorded \`baton.transfer.requested\`; else Baton makes one. It goes with the command to the contact centre, from there with the invitation to the colleague, whose answer carries it back. Every later event of the hand-over has it, on both sides.
* What \`emit\` throws is reported to the page and does no harm.
`;
}
