import { targetKinds, timeToAnswerFactors } from '@baton/contracts';
import type { KnownTargetKind } from '@baton/contracts';
import fc from 'fast-check';
import type { CentreState, Input } from '..';
import { find, rowsOf } from '../table';
import type { Table } from '../table';

const agentId = fc.constantFrom('ana', 'ana', 'bianca', 'bianca', 'chen', 'dora');

const target = fc
  .constantFrom<[KnownTargetKind, string]>(
    ['agent', 'ana'],
    ['agent', 'bianca'],
    ['agent', 'bianca'],
    ['agent', 'bianca'],
    ['agent', 'chen'],
    ['agent', 'chen'],
    ['agent', 'dora'],
    ['queue', 'billing'],
    ['queue', 'delivery'],
    ['routingPoint', 'priority'],
    ['agentGroup', 'seniors'],
    ['skill', 'night'],
  )
  .map(([kind, id]) => ({ kind, id, name: id }));

/** Counts back from the newest row, to reach rows in progress and rows that have just ended. */
const back = fc.nat(3);

const attempt = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ what: fc.constant('startTransfer'), by: fc.option(agentId, { freq: 3 }), back, target }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      what: fc.constantFrom('acceptInvitation', 'acceptInvitation', 'declineInvitation', 'extendInvitation'),
      by: fc.option(agentId, { freq: 1 }),
      back,
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('cancelTransfer', 'dismissTransfer'), back }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('redirectTransfer'), back, target }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('returnInteraction'), back }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('startInteraction'),
      by: agentId,
      to: fc.constantFrom('+447700900123', '+447700900150', '+447700900151', '+442079460000'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constantFrom('sendMessage', 'sendMessage', 'completeInteraction'), back }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'signIn',
        'signIn',
        'signOut',
        'ready',
        'ready',
        'notReady',
        'markNoticesRead',
        'deleteNotices',
      ),
      by: agentId,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constantFrom('saveFavourite', 'removeFavourite', 'addRecent'),
      by: agentId,
      target,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom('customerWrites', 'customerWrites', 'customerEnds', 'customerStarts'),
      back,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('streamLost', 'streamLost', 'streamFound', 'busy', 'free'),
      by: agentId,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('setTimeToAnswer'),
      by: agentId,
      factor: fc.constantFrom(...timeToAnswerFactors),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('permissions'),
      by: agentId,
      mayTransferTo: fc.subarray([...targetKinds]),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('again', 'again', 'reuseId'), back: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('time') }) },
);

/** The time before an attempt, in milliseconds: mostly very short, so that attempts race. */
const pause = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 1, 300) },
  { weight: 2, arbitrary: fc.constantFrom(800, 1_000, 15_000) },
  { weight: 1, arbitrary: fc.constantFrom(29_999, 30_000, 61_000) },
);

/** Something to try, without the ids of the entities: `toInput` looks those up in the state. */
export type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

/** A series of attempts. */
export const attempts = fc.array(fc.record({ pause, attempt }), { minLength: 10, maxLength: 40, size: 'max' });

/** The input that an attempt makes in a state; nothing when its entity does not exist. */
export function toInput(
  state: CentreState,
  tried: Attempt,
  at: number,
  commandId: string,
  earlier: readonly Input[],
): Input | undefined {
  switch (tried.what) {
    case 'startTransfer': {
      const interaction = newest(state.interactions, tried.back);
      if (!interaction) return undefined;
      const { what: type, target } = tried;
      return {
        at,
        kind: 'command',
        agentId: tried.by ?? interaction.owner.id,
        command: { type, commandId, interactionId: interaction.id, target },
      };
    }
    case 'returnInteraction': {
      const interaction = newest(state.interactions, tried.back);
      if (!interaction) return undefined;
      const command = { type: tried.what, commandId, interactionId: interaction.id };
      return { at, kind: 'command', agentId: interaction.owner.id, command };
    }
    case 'startInteraction': {
      const { what: type, by, to } = tried;
      return { at, kind: 'command', agentId: by, command: { type, commandId, to, text: 'Your parcel is here.' } };
    }
    case 'setTimeToAnswer': {
      const { what: type, factor } = tried;
      return { at, kind: 'command', agentId: tried.by, command: { type, commandId, factor } };
    }
    case 'acceptInvitation':
    case 'declineInvitation':
    case 'extendInvitation': {
      const record = newest(state.invitations, tried.back);
      if (!record) return undefined;
      const invitationId = record.invitation.id;
      return {
        at,
        kind: 'command',
        agentId: tried.by ?? record.agentId,
        command: { type: tried.what, commandId, invitationId },
      };
    }
    case 'redirectTransfer': {
      const transfer = newest(state.transfers, tried.back)?.transfer;
      const { what: type, target } = tried;
      return (
        transfer && {
          at,
          kind: 'command',
          agentId: transfer.by.id,
          command: { type, commandId, transferId: transfer.id, target },
        }
      );
    }
    case 'cancelTransfer':
    case 'dismissTransfer': {
      const transfer = newest(state.transfers, tried.back)?.transfer;
      return (
        transfer && {
          at,
          kind: 'command',
          agentId: transfer.by.id,
          command: { type: tried.what, commandId, transferId: transfer.id },
        }
      );
    }
    case 'sendMessage':
    case 'completeInteraction': {
      const interaction = newest(state.interactions, tried.back);
      if (!interaction) return undefined;
      const about = { commandId, interactionId: interaction.id };
      const command =
        tried.what === 'sendMessage'
          ? { type: tried.what, ...about, text: 'One moment.' }
          : { type: tried.what, ...about };
      return { at, kind: 'command', agentId: interaction.owner.id, command };
    }
    case 'signIn':
      return { at, kind: 'command', agentId: tried.by, command: { type: tried.what, commandId, ready: true } };
    case 'signOut':
      return { at, kind: 'command', agentId: tried.by, command: { type: tried.what, commandId } };
    case 'ready':
    case 'notReady':
      return {
        at,
        kind: 'command',
        agentId: tried.by,
        command: { type: 'setChannelState', commandId, channel: 'sms', state: tried.what },
      };
    case 'markNoticesRead':
    case 'deleteNotices': {
      const noticeIds = (find(state.notices, tried.by) ?? []).map((notice) => notice.id);
      return { at, kind: 'command', agentId: tried.by, command: { type: tried.what, commandId, noticeIds } };
    }
    case 'saveFavourite':
    case 'removeFavourite':
    case 'addRecent':
      return { at, kind: 'command', agentId: tried.by, command: { type: tried.what, commandId, target: tried.target } };
    case 'customerStarts': {
      const contact = newest(state.interactions, tried.back)?.contact;
      return contact && { at, kind: tried.what, contact, queueId: 'delivery', text: 'Where is my parcel?' };
    }
    case 'customerWrites':
    case 'customerEnds': {
      const interactionId = newest(state.interactions, tried.back)?.id;
      if (!interactionId) return undefined;
      return tried.what === 'customerWrites'
        ? { at, kind: tried.what, interactionId, text: 'Hello?' }
        : { at, kind: tried.what, interactionId };
    }
    case 'streamLost':
    case 'streamFound':
      return { at, kind: tried.what, agentId: tried.by };
    case 'busy':
    case 'free':
      return {
        at,
        kind: 'directoryChange',
        change: { type: 'activity', agentId: tried.by, activity: tried.what === 'busy' ? 'on a call' : null },
      };
    case 'permissions':
      return {
        at,
        kind: 'directoryChange',
        change: { type: tried.what, agentId: tried.by, mayTransferTo: tried.mayTransferTo },
      };
    case 'again': {
      const input = earlier.at(-1 - tried.back);
      return input && { ...input, at };
    }
    case 'reuseId': {
      const input = earlier.at(-1 - tried.back);
      if (input?.kind !== 'command') return undefined;
      const { commandId: used } = input.command;
      return {
        at,
        kind: 'command',
        agentId: input.agentId,
        command: { type: 'cancelTransfer', commandId: used, transferId: `not-${used}` },
      };
    }
    case 'time':
      return { at, kind: 'time' };
  }
}

function newest<T>(table: Table<T>, places: number): T | undefined {
  const all = rowsOf(table);
  return all[Math.max(0, all.length - 1 - places)];
}
