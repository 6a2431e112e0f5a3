import * as v from 'valibot';

export const privileges = ['accept', 'reject', 'transfer'] as const;
/** What the role of an agent may withhold from them. */
export type Privilege = (typeof privileges)[number];

/**
 * What an agent's role allows. `accept`: they accept invitations themselves; without it only auto-answer does. `reject`:
 * they reject invitations. `transfer`: they begin transfers; giving back what came to them by transfer is always allowed.
 * Absent: allowed.
 */
export const Privileges = v.partial(v.object(v.entriesFromList(privileges, v.boolean())));
export type Privileges = v.InferOutput<typeof Privileges>;
