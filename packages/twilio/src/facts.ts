import type { SaidInteraction, SaidInvitation } from '@baton/adapter-kit';
import type { Agent, AgentRef, Clock, Contact, ContactAddress } from '@baton/contracts';
import type { Activity, Worker } from 'twilio-taskrouter';
import * as v from 'valibot';
import type { TwilioOptions } from './options';
import { TextReservation } from './payloads';

/** Which activity stands for what. */
export interface Activities {
  ready: Activity | undefined;
  notReady: Activity | undefined;
  offline: Activity | undefined;
  /** What an agent can choose as a reason for not being ready. */
  reasons: Activity[];
}

/** Finds the activities that the options name, or that are likely. */
export function activitiesOf(worker: Worker, { activities: named = {} }: TwilioOptions): Activities {
  const all = [...worker.activities.values()];
  const bySid = (sid: string | undefined) => all.find((one) => one.sid === sid);
  const ready = bySid(named.ready) ?? all.find(({ available }) => available);
  const offline = bySid(named.offline) ?? all.find(({ name, available }) => !available && /^offline$/i.test(name));
  const reasons = all.filter((one) => !one.available && one !== offline);
  return { ready, offline, notReady: bySid(named.notReady) ?? reasons[0], reasons };
}

/** The agent with their state. In TaskRouter a worker has one state for all channels. */
export function agentOf(
  worker: Worker,
  self: AgentRef,
  { offline }: Activities,
  setHere: string | undefined,
): Omit<Agent, 'version'> {
  const { activity } = worker;
  const since = worker.dateStatusChanged?.getTime() ?? worker.dateUpdated.getTime();
  const reason = activity.available ? {} : { reason: activity.name.slice(0, 60) };
  const state = activity.available ? 'ready' : activity.sid === offline?.sid ? 'offline' : 'notReady';
  const channel = {
    channel: 'sms',
    state: activity.available ? 'ready' : 'notReady',
    ...reason,
    since,
    // TaskRouter does not say who has changed an activity.
    ...(activity.sid === setHere && { setBy: 'agent' as const }),
  } as const;
  return { ...self, presence: { state, ...reason, since }, channels: [channel] };
}

/** A reservation of a task that has a conversation. Others, such as calls, are none of Baton's. */
export function textReservation(reservation: unknown): TextReservation | undefined {
  const read = v.safeParse(TextReservation, reservation);
  return read.success ? read.output : undefined;
}

/** A conversation that the agent has accepted. */
export function interactionOf(
  { status, dateCreated, dateUpdated, task }: TextReservation,
  from: AgentRef | undefined,
  { describe }: TwilioOptions,
  clock: Clock,
): SaidInteraction {
  const { baton, conversationSid } = task.attributes;
  const isOpen = status === 'accepted';
  return {
    ...aboutTask(task, describe),
    id: conversationSid,
    channel: 'sms',
    state: isOpen ? 'active' : 'ended',
    startedAt: task.dateCreated?.getTime() ?? clock.now(),
    assignedAt: dateCreated?.getTime() ?? dateUpdated?.getTime() ?? clock.now(),
    ...(from && { receivedFrom: from }),
    ...(from && baton?.note && { handover: { note: baton.note } }),
    capabilities: isOpen ? ['sendMessage', 'transfer', 'complete'] : ['complete'],
  };
}

/** An open offer. Its deadline is reckoned on this device's clock, from now at the latest. */
export function invitationOf(
  { sid, timeout, dateCreated, task }: TextReservation,
  from: AgentRef | undefined,
  { describe }: TwilioOptions,
  clock: Clock,
): SaidInvitation {
  const { baton, conversationSid } = task.attributes;
  const now = clock.now();
  const offeredAt = Math.min(dateCreated?.getTime() ?? now, now);
  return {
    ...aboutTask(task, describe),
    id: sid,
    interactionId: conversationSid,
    ...(from && { from }),
    waitingSince: task.dateCreated?.getTime() ?? now,
    ...(from && baton?.note && { note: baton.note }),
    offeredAt,
    expiresAt: offeredAt + timeout * 1_000,
  };
}

function aboutTask({ attributes, queueSid, queueName }: TextReservation['task'], describe: TwilioOptions['describe']) {
  return {
    contact: contactOf(attributes),
    ...(queueSid && queueName && { queue: { id: queueSid, name: queueName } }),
    ...describe?.(attributes),
  };
}

function contactOf({
  conversationSid,
  customerName: name,
  customerAddress,
  from,
}: TextReservation['task']['attributes']): Contact {
  const value = customerAddress ?? from;
  return {
    id: value ?? conversationSid,
    ...(name && name !== value && { name }),
    ...(value && { address: addressOf(value) }),
  };
}

function addressOf(value: string): ContactAddress {
  if (value.startsWith('whatsapp:')) return { kind: 'whatsapp', value, display: value.slice('whatsapp:'.length) };
  if (/^\+\d{6,15}$/.test(value)) return { kind: 'phone', value };
  if (/^\d{3,8}$/.test(value)) return { kind: 'shortCode', value };
  return { kind: value.includes('@') ? 'email' : 'other', value };
}
