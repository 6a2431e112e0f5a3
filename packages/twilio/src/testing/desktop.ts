import { Transfer } from '@baton/contracts';
import type { CommandAnswer, CommandWithoutId, Result, RoutingBackend, RoutingEvent, Snapshot } from '@baton/contracts';
import * as v from 'valibot';
import type { TwilioOptions } from '../options';
import type { Worker } from './model';
import type { TwilioWorld } from './world';

/** A window in which an agent is signed in. */
export interface Desktop {
  backend: RoutingBackend;
  /** What the stream has told, in order: types of events, and `break`, `open`, `lost`. */
  told: string[];
  events: RoutingEvent[];
  send(command: CommandWithoutId): Promise<Result<CommandAnswer>>;
  snapshot(): Promise<Snapshot>;
  /** Offers the conversation. Resolves to the id of the transfer. */
  transferTo(target: { sid: string; name: string }, note?: string): Promise<string>;
  /** The newest state of a transfer that was told. */
  transfer(id: string): Transfer | undefined;
  /** The open offer. */
  offer(): Promise<Snapshot['invitations'][number]>;
}

/** Opens a window, signs in and follows. */
export async function openDesktop(
  world: TwilioWorld,
  worker: Worker,
  options: Partial<TwilioOptions> = {},
): Promise<Desktop> {
  const backend = await world.open(worker, options);
  const told: string[] = [];
  const events: RoutingEvent[] = [];

  async function send(command: CommandWithoutId) {
    const answer = await backend.send({ ...command, commandId: world.random.id() });
    await world.timePasses(0);
    return answer;
  }

  async function snapshot(): Promise<Snapshot> {
    const answer = await backend.snapshot({});
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  }

  const signedIn = await send({ type: 'signIn', ready: true });
  if (!signedIn.ok) throw new Error(signedIn.error.message);
  const { cursor } = await snapshot();
  backend.follow(
    cursor,
    {
      onFrame(frame) {
        for (const event of frame.events) {
          events.push(event);
          told.push(event.type);
        }
      },
      onOpen: () => told.push('open'),
      onBreak: () => told.push('break'),
      onGap: () => told.push('gap'),
      onLost: () => told.push('lost'),
      onTime: () => undefined,
    },
    new AbortController().signal,
  );

  const transfersOf = (event: RoutingEvent) => {
    const read = v.safeParse(v.object({ transfer: Transfer }), event);
    return read.success ? [read.output.transfer] : [];
  };

  return {
    ...{ backend, told, events, send, snapshot },
    async transferTo({ sid: id, name }, note) {
      const target = { kind: id.startsWith('WQ') ? 'queue' : 'agent', id, name } as const;
      const start = { type: 'startTransfer', interactionId: world.conversationSid, target } as const;
      const answer = await send({ ...start, ...(note !== undefined && { note }) });
      if (!answer.ok) throw new Error(answer.error.message);
      const transfer = (await snapshot()).transfers.find(({ state }) => state === 'pending');
      if (!transfer) throw new Error('No transfer is pending.');
      return transfer.id;
    },
    transfer: (id) => events.flatMap(transfersOf).findLast((one) => one.id === id),
    async offer() {
      const [open] = (await snapshot()).invitations.filter(({ state }) => state === 'offered');
      if (!open) throw new Error('There is no open offer.');
      return open;
    },
  };
}
