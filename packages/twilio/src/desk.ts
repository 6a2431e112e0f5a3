import { refuse } from '@baton/adapter-kit';
import type { Adapter, CommandHandlers, News } from '@baton/adapter-kit';
import type { AgentRef, Clock, Known, InvitationOutcome, KnownTargetRef, Random } from '@baton/contracts';
import { retryDelay, surface } from '@baton/runtime';
import * as v from 'valibot';
import type { ConversationMessage, ConversationsSession } from './conversations';
import type { Directory } from './directory';
import { agentOf, interactionOf, invitationOf, textReservation } from './facts';
import type { Activities } from './facts';
import type { TwilioOptions } from './options';
import { ReservationEvent } from './payloads';
import type { TextReservation } from './payloads';
import { asked } from './refusals';
import type { TaskRouter } from './task-router';
import { createTranscripts, messageId } from './transcripts';
import { createTransfers } from './transfers';

interface DeskContext {
  self: AgentRef;
  taskRouter: TaskRouter;
  texts: ConversationsSession;
  directory: Directory;
  activities: Activities;
  options: TwilioOptions;
  clock: Clock;
  random: Random;
  tell: Adapter['tell'];
}

/** What an agent has: reads it from the SDK's objects, says what has changed of it, and carries commands out. */
export interface Desk {
  commands: CommandHandlers;
  onEvent(type: string, payload: unknown): void;
  onMessage(conversationSid: string, message: ConversationMessage): void;
  /** Reads and says everything anew after a break. `isFresh`: the reservations have been read anew, too. */
  restore(isFresh: boolean): Promise<void>;
  close(): void;
}

/** How often the agent's reservation of a conversation that is another's is ended, until TaskRouter has done it. */
const finishAttempts = 6;

export function createDesk(context: DeskContext): Desk {
  const { self, taskRouter, texts, directory, activities, options, clock, random } = context;
  const { worker } = taskRouter;
  const transcripts = createTranscripts((sid) => texts.messages(sid));
  /** What was said and has not ended: conversations with the reservation they are held by, and offers. */
  const interactions = new Map<string, string>();
  const invitations = new Set<string>();
  /** By reservation. */
  const endings = new Map<string, Known<InvitationOutcome> | 'completed'>();
  const left = new Map<string, KnownTargetRef>();
  const timers = new Set<() => void>();
  let isSignedIn = false;
  let setHere: string | undefined;

  const tell: Adapter['tell'] = (say, commandId) => context.tell(say, commandId);
  const held = (): TextReservation[] => taskRouter.reservations().flatMap((one) => textReservation(one) ?? []);
  const isMine = ({ sid, status }: TextReservation) =>
    (status === 'accepted' || status === 'wrapping') && !left.has(sid);

  function owned(interactionId: string) {
    const read = held().find((one) => one.task.attributes.conversationSid === interactionId && isMine(one));
    const reservation = taskRouter.reservations().find(({ sid }) => sid === read?.sid);
    if (!read || !reservation) return refuse('forbidden', 'The worker does not have this conversation.');
    return { read, reservation };
  }

  function offered(sid: string) {
    const reservation = taskRouter.reservations().find((one) => one.sid === sid);
    if (reservation?.status !== 'pending') return refuse('gone', 'The reservation is not pending.');
    return reservation;
  }

  const transfers = createTransfers(options, {
    self,
    directory,
    clock,
    owned,
    tell,
    refresh: () => say(tell),
    async onLeft(reservationSid, to, alsoSay) {
      left.set(reservationSid, to);
      await say(tell, { alsoSay });
      void finish(reservationSid, 1);
    },
  });

  /** Ends the agent's part in a task that a colleague has taken over: in a warm transfer it stays open. */
  async function finish(sid: string, attempt: number): Promise<void> {
    try {
      await taskRouter
        .reservations()
        .find((one) => one.sid === sid)
        ?.complete();
    } catch {
      if (attempt < finishAttempts) later(() => void finish(sid, attempt + 1), attempt);
    }
  }

  function later(work: () => void, attempt: number): void {
    const stop = clock.setTimeout(
      () => {
        timers.delete(stop);
        work();
      },
      retryDelay(attempt, random),
    );
    timers.add(stop);
  }

  /** Reads a conversation. An agent may get access to it only after they have accepted: then it is read a little later. */
  async function read(conversationSid: string, attempt = 1): Promise<void> {
    try {
      await transcripts.read(conversationSid);
    } catch {
      later(
        () =>
          void read(conversationSid, attempt + 1)
            .then(() => say(tell))
            .catch(surface),
        attempt,
      );
    }
  }

  async function senderOf({ task }: TextReservation): Promise<AgentRef | undefined> {
    const { incoming } = task.transfers;
    const from = task.attributes.baton?.from;
    if (!incoming) return from?.id === self.id ? undefined : from;
    if (incoming.workerSid === self.id) return undefined;
    const name = from?.id === incoming.workerSid ? from.name : await directory.nameOf(incoming.workerSid);
    return { id: incoming.workerSid, name };
  }

  /** Says what holds now. What has not changed is not told again. */
  async function say(
    tellStep: (say: (news: News) => void) => void,
    { isFresh = false, alsoSay }: { isFresh?: boolean; alsoSay?: (news: News) => void } = {},
  ): Promise<void> {
    const unread = held().filter((one) => isMine(one) && !transcripts.has(one.task.attributes.conversationSid));
    await Promise.all(unread.map(({ task }) => read(task.attributes.conversationSid)));
    const senders = new Map(await Promise.all(held().map(async (one) => [one.sid, await senderOf(one)] as const)));
    await transfers.prepare(held());

    tellStep((news) => {
      news.agent(agentOf(worker, self, activities, setHere));
      const all = held();
      for (const { sid, status } of all) {
        // In a cold transfer the sender wraps up at once, and has no say any more.
        const to = status === 'wrapping' && !left.has(sid) ? transfers.handOver(news, sid) : undefined;
        if (to) left.set(sid, to);
      }
      const mine = all.filter(isMine);
      const open = all.filter(({ status }) => status === 'pending');
      for (const sid of [...invitations].filter((one) => !open.some((other) => other.sid === one))) {
        const ending = endings.get(sid) ?? (mine.some((one) => one.sid === sid) ? 'accepted' : 'revoked');
        news.invitationEnded(sid, ending === 'completed' ? 'accepted' : ending);
        invitations.delete(sid);
      }
      for (const one of open) {
        invitations.add(one.sid);
        news.invitation(invitationOf(one, senders.get(one.sid), options, clock));
      }
      for (const one of mine) {
        const id = one.task.attributes.conversationSid;
        interactions.set(id, one.sid);
        news.interaction(interactionOf(one, senders.get(one.sid), options, clock), transcripts.all(id));
      }
      transfers.say(news, mine, isFresh);
      alsoSay?.(news);
      for (const [id, sid] of [...interactions].filter(([, one]) => !mine.some((other) => other.sid === one))) {
        const to = left.get(sid) ?? transfers.handOver(news, sid);
        news.interactionReleased(id, to ? 'transferred' : 'completed', to);
        interactions.delete(id);
        transcripts.forget(id);
      }
    });
  }

  function noteEnding(type: string, payload: unknown): void {
    const event = v.safeParse(ReservationEvent, payload);
    if (!event.success) return;
    const isWithdrawn = event.output.task_transfer?.transfer_status === 'canceled';
    const ending = type === 'reservation.canceled' && isWithdrawn ? 'withdrawn' : endingsByType[type];
    if (ending) endings.set(event.output.sid, ending);
  }

  async function setActivity(sid: string | undefined): Promise<void> {
    const activity = worker.activities.get(sid ?? '');
    if (!activity)
      return refuse('not_found', 'The workspace has no such activity. Name it in the option `activities`.');
    setHere = activity.sid;
    if (activity.sid !== worker.activity.sid) await asked(activity.setAsCurrent(), 'invalid_state');
  }

  const commands: CommandHandlers = {
    async signIn({ ready }, tellStep) {
      isSignedIn = true;
      if (ready && worker.activity.sid === activities.offline?.sid) await setActivity(activities.ready?.sid);
      await say(tellStep);
    },
    async signOut(_command, tellStep) {
      if (activities.offline) await setActivity(activities.offline.sid);
      tellStep((news) => news.sessionEnded('signedOut'));
    },
    async setChannelState({ state, reason }, tellStep) {
      await setActivity(state === 'ready' ? activities.ready?.sid : (reason ?? activities.notReady?.sid));
      await say(tellStep);
    },
    startTransfer: transfers.startTransfer,
    ...(!options.startTransfer && { cancelTransfer: transfers.cancelTransfer }),
    async acceptInvitation({ invitationId }, tellStep) {
      await asked(offered(invitationId).accept(), 'gone');
      endings.set(invitationId, 'accepted');
      await say(tellStep);
    },
    async declineInvitation({ invitationId }, tellStep) {
      await asked(offered(invitationId).reject(), 'gone');
      endings.set(invitationId, 'declined');
      await say(tellStep);
    },
    async sendMessage({ interactionId, text, commandId }) {
      if (owned(interactionId).read.status !== 'accepted') refuse('invalid_state', 'The task is wrapping up.');
      const index =
        transcripts.sentBy(interactionId, commandId) ??
        (await texts.send(interactionId, text, { commandId, from: self }));
      return { messageId: messageId(index) };
    },
    async completeInteraction({ interactionId }, tellStep) {
      const { reservation } = owned(interactionId);
      await asked(reservation.complete(), 'invalid_state');
      await say(tellStep);
    },
  };

  return {
    commands,
    onEvent(type, payload) {
      if (type.startsWith('task.transfer-')) transfers.onEvent(type, payload);
      noteEnding(type, payload);
      // Until then the agent is not known; signing in says everything.
      if (isSignedIn && !type.startsWith('task.transfer-')) say(tell).catch(surface);
    },
    onMessage(conversationSid, message) {
      const said = transcripts.put(conversationSid, message);
      if (said.length > 0 && interactions.has(conversationSid)) tell((news) => news.messages(conversationSid, said));
    },
    async restore(isFresh) {
      if (!isSignedIn) return;
      await Promise.all([...interactions.keys()].map((id) => read(id)));
      await say(tell, { isFresh });
    },
    close: () => timers.forEach((stop) => stop()),
  };
}

const endingsByType: Readonly<Record<string, Known<InvitationOutcome> | 'completed'>> = {
  'reservation.accepted': 'accepted',
  'reservation.rejected': 'declined',
  'reservation.timeout': 'expired',
  'reservation.canceled': 'conversationEnded',
  'reservation.rescinded': 'revoked',
  'reservation.completed': 'completed',
};
