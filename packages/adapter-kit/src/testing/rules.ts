import { EventFrame, Snapshot } from '@baton/contracts';
import type { AgentRef } from '@baton/contracts';
import * as v from 'valibot';
import { demand } from './demand';

/** Checks that a snapshot fits the contract and belongs to the agent. */
export function checkedSnapshot(agent: AgentRef, answer: unknown): Snapshot {
  const snapshot = parsed('snapshot', Snapshot, answer);
  demand(snapshot.agent.id === agent.id, `The snapshot is that of ${agent.id}; it is of ${snapshot.agent.id}.`);
  for (const { id, owner, version } of snapshot.interactions) {
    demand(owner.id === agent.id, `Conversations in a snapshot are the agent's own; ${owner.id} has "${id}".`);
    demand(version <= snapshot.cursor, `No version is newer than the snapshot it is in; that of "${id}" is.`);
  }
  const pending = snapshot.transfers
    .filter(({ state }) => state === 'pending')
    .map(({ interactionId }) => interactionId);
  demand(new Set(pending).size === pending.length, 'A conversation has at most one pending transfer.');
  for (const { interactionId, messages, earlier } of snapshot.messages) {
    const first = messages[0]?.index ?? 0;
    demand(
      messages.every(({ index }, at) => index === first + at),
      `Messages are counted without gaps, in order; those of "${interactionId}" are not.`,
    );
    demand(
      earlier === first > 0,
      `"earlier" says whether there are messages before the first; of "${interactionId}" not.`,
    );
  }
  return snapshot;
}

/** Checks that a frame fits the contract and follows the cursor `last`. Returns its cursor. */
export function checkedFrame(last: number, frame: unknown): number {
  const { cursor, events } = parsed('frame', EventFrame, frame);
  demand(cursor > last, `Each frame has a cursor above the one before; ${cursor} comes after ${last}.`);
  for (const event of events) {
    const versions = JSON.stringify(event).matchAll(/"version":(\d+)/g);
    for (const [, version] of versions)
      demand(Number(version) <= cursor, `Nothing in a frame is newer than its cursor ${cursor}; ${event.type} is.`);
  }
  return cursor;
}

function parsed<T>(name: string, schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const read = v.safeParse(schema, value);
  if (!read.success) throw new Error(`The ${name} does not fit the contract: ${v.summarize(read.issues)}`);
  return read.output;
}
