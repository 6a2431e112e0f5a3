import { refuse } from '@baton/adapter-kit';
import type { CommandHandlers, News, TransferEnd } from '@baton/adapter-kit';
import type { AgentRef, Clock, CommandOf, KnownTargetRef } from '@baton/contracts';
import { surface, within } from '@baton/runtime';
import type { Reservation } from 'twilio-taskrouter';
import * as v from 'valibot';
import type { Directory } from './directory';
import type { StartedTransfer, TwilioOptions } from './options';
import { TransferEvent } from './payloads';
import type { TextReservation } from './payloads';
import { asked } from './refusals';

type Tell = (say: (news: News) => void, commandId?: string) => void;

/** A transfer by the agent, which has not ended. */
interface Pending {
  id: string;
  reservationSid: string;
  interactionId: string;
  target: KnownTargetRef;
  expiresAt: number | null;
}

/** What transfers need of the agent's desktop. */
export interface TransfersContext {
  self: AgentRef;
  directory: Directory;
  clock: Clock;
  /** The agent's own reservation of a conversation, as read and as the SDK has it. */
  owned(interactionId: string): { read: TextReservation; reservation: Reservation };
  /** A conversation of the agent is another's now. Said in the same step as the transfer's end. */
  onLeft(reservationSid: string, to: KnownTargetRef, alsoSay: (news: News) => void): Promise<void>;
  /** Says what holds now. */
  refresh(): Promise<void>;
  tell: Tell;
}

/** The agent's transfers. */
export interface Transfers {
  startTransfer: NonNullable<CommandHandlers['startTransfer']>;
  cancelTransfer: NonNullable<CommandHandlers['cancelTransfer']>;
  /** An event whose type begins with `task.transfer-`. */
  onEvent(type: string, payload: unknown): void;
  /** Learns the names of the targets of transfers that reservations have. */
  prepare(mine: readonly TextReservation[]): Promise<void>;
  /** Says all transfers that reservations have. `isFresh`: the reservations were just read from TaskRouter. */
  say(news: News, mine: readonly TextReservation[], isFresh: boolean): void;
  /**
   * Ends the transfer of a reservation whose conversation has left the agent without a word about it.
   *
   * @returns where the conversation went
   */
  handOver(news: News, reservationSid: string): KnownTargetRef | undefined;
}

/** How long a host's `startTransfer` may take until outcomes are no longer held back for it. */
const startMs = 10_000;

export function createTransfers(options: TwilioOptions, context: TransfersContext): Transfers {
  const { self, directory, clock, tell } = context;
  const pending = new Map<string, Pending>();
  const ended = new Set<string>();
  /** By task. An outcome can come before the answer that names its transfer. */
  const starting = new Map<string, Promise<unknown>>();
  const refs = new Map<string, KnownTargetRef>();
  /** By reservation. */
  const interactions = new Map<string, string>();
  let turn = Promise.resolve();

  async function refOf(sid: string): Promise<KnownTargetRef> {
    const ref = refs.get(sid) ?? { kind: kindOf(sid), id: sid, name: await directory.nameOf(sid) };
    refs.set(sid, ref);
    return ref;
  }

  async function start(command: CommandOf<'startTransfer'>, target: KnownTargetRef): Promise<StartedTransfer> {
    const { read, reservation } = context.owned(command.interactionId);
    const note = command.note === undefined ? {} : { note: command.note };
    if (options.startTransfer) {
      const { commandId, interactionId: conversationSid } = command;
      const facts = { taskSid: read.task.sid, reservationSid: read.sid, conversationSid, target, commandId, ...note };
      return within(clock, startMs, 'No answer of startTransfer', options.startTransfer(facts));
    }
    // The sender's reservation stays accepted in a warm transfer only.
    const attributes = { ...reservation.task.attributes, baton: { from: self, ...note } };
    await asked(reservation.task.transfer(target.id, { mode: 'WARM', attributes }), 'target_unavailable');
    const { outgoing } = reservation.task.transfers;
    if (!outgoing) throw new Error('TaskRouter has taken the transfer, and the SDK does not have it.');
    return { sid: outgoing.sid };
  }

  async function requireTarget({ kind, id }: KnownTargetRef): Promise<void> {
    if (kind !== 'agent') return;
    if (id === self.id) refuse('target_unavailable', 'The worker has the task already.', 'self');
    const worker = await asked(directory.worker(id), 'not_found');
    if (!worker) refuse('not_found', `There is no worker ${id}.`);
    if (worker.sms.available !== false) return;
    refuse(
      'target_unavailable',
      `The worker ${id} is not available.`,
      worker.sms.reason === 'offline' ? 'offline' : 'notReady',
    );
  }

  function end(id: string, end: TransferEnd): (news: News) => void {
    pending.delete(id);
    ended.add(id);
    return (news) => news.transferEnded(id, end);
  }

  async function handle(type: string, event: TransferEvent): Promise<void> {
    await starting.get(event.task_sid)?.catch(() => undefined);
    const target = await refOf(event.transfer_to);
    const { sid, initiating_reservation_sid: reservationSid } = event;
    if (ended.has(sid)) return;
    switch (type) {
      case 'task.transfer-initiated': {
        const interactionId = interactions.get(reservationSid);
        if (interactionId === undefined || pending.has(sid)) return;
        const transfer = { id: sid, reservationSid, interactionId, target, expiresAt: null };
        pending.set(sid, transfer);
        return tell((news) => news.transfer(transfer));
      }
      case 'task.transfer-completed': {
        const taken: TransferEnd =
          target.kind === 'agent' ? { state: 'accepted', acceptedBy: target } : { state: 'handedOver' };
        return context.onLeft(reservationSid, target, end(sid, taken));
      }
      case 'task.transfer-failed':
        return tell(end(sid, outcomeOf(event.transfer_failed_reason)));
      case 'task.transfer-canceled':
        return tell(end(sid, { state: 'cancelled' }));
      // An attempt that failed goes on with the next worker of the queue: the transfer is still pending.
    }
  }

  return {
    async startTransfer(command, tellStep) {
      const { interactionId } = command;
      const { read } = context.owned(interactionId);
      const target = knownTarget(command.target);
      const isUnderWay =
        starting.has(read.task.sid) || [...pending.values()].some((one) => one.interactionId === interactionId);
      if (isUnderWay) refuse('conflict', 'The task is being transferred.');
      const started = requireTarget(target).then(() => start(command, target));
      starting.set(read.task.sid, started);
      try {
        const { sid, timeoutSeconds } = await started;
        const expiresAt = timeoutSeconds === undefined ? null : clock.now() + timeoutSeconds * 1_000;
        const transfer = { id: sid, reservationSid: read.sid, interactionId, target, expiresAt };
        refs.set(target.id, target);
        pending.set(sid, transfer);
        tellStep((news) => news.transfer(transfer));
      } finally {
        starting.delete(read.task.sid);
      }
      // In a cold transfer the conversation has left already.
      await context.refresh();
    },

    async cancelTransfer({ transferId }, tellStep) {
      const transfer = pending.get(transferId) ?? refuse('too_late', 'The transfer has ended.');
      const { outgoing } = context.owned(transfer.interactionId).reservation.task.transfers;
      if (outgoing?.sid !== transferId) refuse('unsupported', 'Another window has started this transfer.');
      await asked(outgoing.cancel(), 'too_late');
      tellStep(end(transferId, { state: 'cancelled' }));
    },

    onEvent(type, payload) {
      const read = v.safeParse(TransferEvent, payload);
      if (!read.success || read.output.initiating_worker_sid !== self.id) return;
      turn = turn.then(() => handle(type, read.output)).catch(surface);
    },

    async prepare(mine) {
      await Promise.all(
        mine.flatMap(({ task: { transfers } }) => (transfers.outgoing ? [refOf(transfers.outgoing.to)] : [])),
      );
    },

    say(news, mine, isFresh) {
      for (const { sid: reservationSid, task } of mine) {
        const interactionId = task.attributes.conversationSid;
        interactions.set(reservationSid, interactionId);
        const { outgoing } = task.transfers;
        const target = outgoing && refs.get(outgoing.to);
        const isOpen = outgoing?.status === 'initiated' && !ended.has(outgoing.sid);
        if (isFresh) {
          for (const one of pending.values()) {
            const isMissing = one.reservationSid === reservationSid && !(isOpen && outgoing.sid === one.id);
            if (isMissing && !options.startTransfer) end(one.id, { state: 'failed', reason: 'unknownOutcome' })(news);
          }
        }
        if (!isOpen || !target || pending.has(outgoing.sid)) continue;
        const transfer = { id: outgoing.sid, reservationSid, interactionId, target, expiresAt: null };
        pending.set(outgoing.sid, transfer);
        news.transfer(transfer);
      }
    },

    handOver(news, reservationSid) {
      const transfer = [...pending.values()].find((one) => one.reservationSid === reservationSid);
      if (transfer) end(transfer.id, { state: 'handedOver' })(news);
      return transfer?.target;
    },
  };
}

/** TaskRouter says only in a sentence why a transfer has failed. */
function outcomeOf(reason: string | null | undefined): TransferEnd {
  if (/time[ds]?[ -]?out/i.test(reason ?? '')) return { state: 'expired' };
  if (/reject/i.test(reason ?? '')) return { state: 'declined' };
  return { state: 'notAccepted' };
}

const kindOf = (sid: string) => (sid.startsWith('WQ') ? 'queue' : 'agent');

function knownTarget({ kind, id, name }: CommandOf<'startTransfer'>['target']): KnownTargetRef {
  if (kind === 'agent' || kind === 'queue') return { kind, id, name };
  return refuse('unsupported', 'TaskRouter transfers to workers and queues.');
}
