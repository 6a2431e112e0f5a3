import {
  Agent,
  Interaction,
  Invitation,
  Message,
  Notice,
  Target,
  TargetRef,
  Transfer,
  targetKey,
} from '@baton/contracts';
import type { RoutingEvent } from '@baton/contracts';
import * as v from 'valibot';
import { changes } from './changes';
import { AdapterError, checked } from './adapter-error';
import type { News, SaidMessage, TransferEnd } from './news';
import { copyOf, currentTransfers, forget, hasLeft, messagesOf } from './reported';
import type { Reported } from './reported';

/** The circumstances of a step. */
export interface StepFacts {
  /** The step's position, which is the version of all that it changes. */
  version: number;
  /** Now, in ms since the Unix epoch. */
  at: number;
  /** The command that caused it. */
  commandId?: string | undefined;
  /** The command that sent a text, by the product's id of the message. */
  commandOf(messageId: string): string | undefined;
}

/** The result of a step. Without events, nothing has changed. */
export interface Step {
  reported: Reported;
  events: RoutingEvent[];
}

/**
 * Applies what the adapter reports in `say`, and derives the events. Pure apart from `say`.
 *
 * @throws {AdapterError} when a reported value does not fit the contract
 */
export function step(before: Reported, facts: StepFacts, say: (news: News) => void): Step {
  const reported = copyOf(before);
  say(newsInto(reported, facts));
  const events = changes(before, reported, facts.version);
  forget(reported);
  return { reported, events };
}

/** A reported entry of a conversation, completed to a `Message` of the contract. */
export function messageFrom(
  { id, ...said }: SaidMessage,
  { version, at, commandOf }: Omit<StepFacts, 'commandId'>,
  index: number,
): Message {
  const commandId = said.kind === 'agent' ? (said.commandId ?? commandOf(id)) : undefined;
  const own = said.kind === 'agent' && {
    delivery: said.delivery ?? { state: 'sent' },
    ...(commandId !== undefined && { commandId }),
  };
  return checked(
    `messages: the entry "${id}"`,
    Message,
    { at, ...said, ...own, index, version },
    as('a Message with an id'),
  );
}

function newsInto(reported: Reported, facts: StepFacts): News {
  const { version, at, commandId } = facts;
  const self = () => {
    if (reported.agent) return { id: reported.agent.id, name: reported.agent.name };
    throw new AdapterError('The agent is not known yet. Say agent(…) first.');
  };

  const requireInteraction = (what: string, id: string) => {
    if (reported.interactions.has(id)) return;
    throw new AdapterError(`${what}: the agent has no conversation "${id}". Say interaction(…) first.`);
  };

  const news: News = {
    agent(said) {
      const agent = checked('agent', Agent, { ...said, version }, as('an Agent'));
      if (isNew(reported.agent, agent)) reported.agent = agent;
    },

    interaction(said, messages = []) {
      const value = { ...said, version, owner: self() };
      const interaction = checked(`interaction "${said.id}"`, Interaction, value, as('an Interaction'));
      putNew(reported.interactions, interaction.id, interaction);
      reported.departures.delete(interaction.id);
      // Desktops keep the transfer by which it had left.
      for (const [key, { transfer, over }] of reported.transfers) {
        if (over === 'left' && transfer.interactionId === interaction.id && !hasLeft(transfer))
          reported.transfers.set(key, { transfer, over: 'dismissed' });
      }
      news.messages(interaction.id, messages);
    },

    interactionReleased(id, why, to) {
      const owner =
        to && checked('interactionReleased: to', TargetRef, { kind: 'agent', ...to }, as('an AgentRef or a TargetRef'));
      if (!reported.interactions.delete(id)) return;
      reported.messages.delete(id);
      for (const [key, { transfer }] of reported.transfers) {
        if (transfer.interactionId === id) reported.transfers.set(key, { transfer, over: 'left' });
      }
      reported.departures.set(id, { version, why, ...(owner && { to: owner }) });
    },

    messages(interactionId, said) {
      requireInteraction('messages', interactionId);
      const messages = reported.messages.get(interactionId) ?? new Map<string, Message>();
      let next = (messagesOf(reported, interactionId).at(-1)?.index ?? -1) + 1;
      for (const one of said) {
        const last = messages.get(one.id);
        const commandOf = (id: string) => facts.commandOf(id) ?? (last?.kind === 'agent' ? last.commandId : undefined);
        const known = { ...facts, commandOf, at: last?.at ?? facts.at };
        const message = messageFrom(one, known, one.index ?? last?.index ?? next);
        next = Math.max(next, message.index + 1);
        putNew(messages, one.id, message);
      }
      reported.messages.set(interactionId, messages);
    },

    invitation(said) {
      const known = reported.invitations.get(said.id);
      const kind = said.from ? 'transfer' : 'inbound';
      const left = { kind, offeredAt: known?.offeredAt ?? at, expiresAt: null, extensionsLeft: 0 };
      const value = { ...left, ...said, version, state: 'offered' };
      const invitation = checked(`invitation "${said.id}"`, Invitation, value, as('an offered Invitation'));
      putNew(reported.invitations, said.id, invitation);
    },

    invitationEnded(id, outcome) {
      const known = reported.invitations.get(id);
      if (!known || (known.state === 'ended' && known.outcome === outcome)) return;
      const value = { ...known, version, state: 'ended', outcome, endedAt: at };
      const invitation = checked('invitationEnded', Invitation, value, as('an outcome of an Invitation'));
      reported.invitations.set(id, invitation);
    },

    transfer(said) {
      requireInteraction('transfer', said.interactionId);
      const other = currentTransfers(reported).get(said.interactionId);
      if (other?.transfer.state === 'pending' && !other.over && other.transfer.id !== said.id)
        throw new AdapterError(`transfer: "${other.transfer.id}" is still pending. Say transferEnded(…) of it first.`);
      const known = reported.transfers.get(said.id);
      const initial = {
        by: self(),
        startedAt: at,
        commandId: commandId ?? said.id,
        route: [],
        expiresAt: null,
        extensions: 0,
      };
      const value = { ...initial, ...known?.transfer, ...said, version, state: 'pending' };
      const transfer = checked(`transfer "${said.id}"`, Transfer, value, as('a pending Transfer'));
      if (isNew(known?.transfer, transfer)) reported.transfers.set(said.id, { transfer });
    },

    transferEnded(id, end) {
      const known = reported.transfers.get(id);
      if (!known) return;
      const was = known.transfer;
      const endedAt = was.state === end.state ? was.endedAt : at;
      const transfer = checked(
        'transferEnded',
        Transfer,
        { ...was, route: endedRoute(was.route, end, endedAt), endedAt, ...end, version },
        as('an end of a Transfer'),
      );
      if (isNew(was, transfer)) reported.transfers.set(id, { ...known, transfer });
    },

    transferDismissed(id) {
      const known = reported.transfers.get(id);
      if (known && !known.over) reported.transfers.set(id, { ...known, over: 'dismissed' });
    },

    notice(said) {
      const notice = checked(`notice "${said.id}"`, Notice, { read: false, ...said, version }, as('a Notice'));
      putNew(reported.notices, said.id, notice);
    },

    noticeDeleted(id) {
      reported.notices.delete(id);
    },

    targets(said) {
      for (const one of said) {
        const target = checked(`targets: "${one.id}"`, Target, { ...one, version }, as('a Target'));
        putNew(reported.targets, targetKey(target), target);
      }
    },

    favourites(said) {
      const favourites = checked('favourites', v.array(TargetRef), said, as('a list of TargetRef'));
      if (JSON.stringify(favourites) !== JSON.stringify(reported.favourites)) reported.favourites = favourites;
    },

    sessionEnded(reason) {
      reported.sessionEnd = { type: 'session.ended', reason };
    },
  };
  return news;
}

/** Ends the open step of a route. */
function endedRoute(route: Transfer['route'], { state }: TransferEnd, at: number): Transfer['route'] {
  return route.map((asked) => (asked.state === 'offered' ? { ...asked, state: stepEnds[state], at } : asked));
}

const stepEnds = {
  accepted: 'accepted',
  handedOver: 'withdrawn',
  notAccepted: 'withdrawn',
  declined: 'declined',
  expired: 'expired',
  cancelled: 'withdrawn',
  failed: 'revoked',
} as const;

/** Whether a value differs from the known one in more than its version. */
function isNew<T extends { version: number }>(known: T | undefined, value: T): boolean {
  return JSON.stringify({ ...known, version: 0 }) !== JSON.stringify({ ...value, version: 0 });
}

function putNew<K, V extends { version: number }>(map: Map<K, V>, key: K, value: V): void {
  if (isNew(map.get(key), value)) map.set(key, value);
}

const as = (what: string) => `Give ${what} as @baton/contracts declares it; version is the kit's own.`;
