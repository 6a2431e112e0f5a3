import type { SaidInteraction, SaidInvitation, SaidMessage } from '@baton/adapter-kit';
import type { AgentRef } from '@baton/contracts';
import type { CheckedOptions } from './options';
import { timeOf } from './wire';
import type { WireInteraction, WireMessage } from './wire';

/** What becomes of a conversation in a state. Undefined: a state that is not known changes nothing. */
export function stageOf(state: string): 'offered' | 'owned' | 'ended' | 'gone' | undefined {
  return stages[plain(state)];
}

const stages: Partial<Record<string, 'offered' | 'owned' | 'ended' | 'gone'>> = {
  invited: 'offered',
  processing: 'owned',
  chatting: 'owned',
  held: 'owned',
  leftchat: 'ended',
  completed: 'gone',
  rejected: 'gone',
  revoked: 'gone',
};

/** A conversation of the agent. */
export function interactionOf(
  wire: WireInteraction,
  facts: { options: CheckedOptions; startedAt: number; assignedAt: number; receivedFrom?: AgentRef | undefined },
): SaidInteraction {
  const { options, startedAt, assignedAt, receivedFrom } = facts;
  const can = new Set((wire.capabilities ?? []).map(plain));
  const toAgent = can.has('transferagent') || can.has('transfer');
  const toQueue = can.has('placeinqueue');
  const note = receivedFrom && handoverOf(wire, options).note;
  return {
    id: wire.id,
    channel: 'sms',
    state: stageOf(wire.state) === 'ended' ? 'ended' : 'active',
    startedAt,
    assignedAt,
    ...(receivedFrom && { receivedFrom }),
    ...(note !== undefined && { handover: { note } }),
    ...factsOf(wire, options),
    capabilities: [
      ...(can.has('sendmessage') ? (['sendMessage'] as const) : []),
      ...(toAgent || toQueue ? (['transfer'] as const) : []),
      ...(can.has('complete') ? (['complete'] as const) : []),
    ],
    transferKinds: [...(toAgent ? (['agent'] as const) : []), ...(toQueue ? (['queue'] as const) : [])],
  };
}

/** An offer to the agent. */
export function invitationOf(
  wire: WireInteraction,
  facts: { options: CheckedOptions; id: string; now: number },
): SaidInvitation {
  const { options, id, now } = facts;
  const { from, note } = handoverOf(wire, options);
  return {
    id,
    interactionId: wire.id,
    ...(from && { from }),
    ...(from && note !== undefined && { note }),
    ...factsOf(wire, options),
    waitingSince: timeOf(wire.submittedAt) ?? timeOf(wire.receivedAt) ?? now,
    offeredAt: now,
    expiresAt: now + options.invitationTimeoutMs,
  };
}

/** Who has handed a conversation over, and their note. */
export function handoverOf(
  wire: WireInteraction,
  { handoverKeys }: CheckedOptions,
): { from?: AgentRef; note?: string } {
  if (handoverKeys === false) return {};
  const data = dataOf(wire);
  const [id, name, note] = [handoverKeys.agentId, handoverKeys.agentName, handoverKeys.note].map((key) => data[key]);
  return {
    ...(id && { from: { id, name: (name ?? id).slice(0, 120) } }),
    ...(note && { note }),
  };
}

/** An entry of a transcript; undefined for joins, typing and what only supervisors see. */
export function messageOf(
  wire: WireMessage,
  me: AgentRef,
  nickname: string,
  commandId?: string,
): SaidMessage | undefined {
  const text = wire.type === 'PushUrl' ? (wire.url ?? wire.text) : wire.type === 'Text' ? wire.text : undefined;
  if (text === undefined || (wire.visibility ?? 'All') !== 'All') return undefined;
  const at = timeOf(wire.timestamp);
  const common = { id: `${wire.index}`, text, ...(at !== undefined && { at }) };
  const name = wire.from.nickname?.slice(0, 120);
  switch (plain(wire.from.type ?? '')) {
    case 'client':
    case 'customer':
      return { kind: 'customer', ...common, ...(name && { name }) };
    case 'agent':
    case 'supervisor': {
      const from = isOwn(wire, nickname) ? me : { id: name || 'agent', name: name || 'Agent' };
      return { kind: 'agent', ...common, from, ...(commandId !== undefined && { commandId }) };
    }
    default:
      return undefined;
  }
}

/** Whether the agent has written an entry. */
export function isOwn({ from }: WireMessage, nickname: string): boolean {
  return plain(from.type ?? '') === 'agent' && from.nickname === nickname;
}

function factsOf(wire: WireInteraction, { contactKeys, handoverKeys }: CheckedOptions) {
  const data = dataOf(wire);
  const own = new Set([...Object.values(contactKeys), ...(handoverKeys === false ? [] : Object.values(handoverKeys))]);
  const caseData = Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (own.has(key) || value === undefined ? [] : [[key, value]])),
  );
  const phone = data[contactKeys.phone];
  const name = [data[contactKeys.firstName], data[contactKeys.lastName]].filter(Boolean).join(' ').slice(0, 120);
  return {
    contact: {
      id: data[contactKeys.id] || phone || wire.id,
      ...(name && { name }),
      ...(phone && { address: { kind: kindOf(phone), value: phone } }),
    },
    ...(wire.queue && { queue: { id: wire.queue, name: wire.queue.slice(0, 120) } }),
    ...(Object.keys(caseData).length > 0 && { caseData }),
  };
}

function kindOf(address: string): 'phone' | 'shortCode' | 'other' {
  if (/^\+?\d{7,}$/.test(address.replace(/[\s().-]/g, ''))) return 'phone';
  return /^\d{3,6}$/.test(address) ? 'shortCode' : 'other';
}

/** User data with texts and numbers; nested lists are left out. */
function dataOf({ userData }: WireInteraction): Partial<Record<string, string>> {
  return Object.fromEntries(
    userData.flatMap(({ key, value }) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, `${value}`]] : [],
    ),
  );
}

/** Words of the API come as "send-message", "SendMessage" and "sendMessage". */
function plain(word: string): string {
  return word.replaceAll('-', '').toLowerCase();
}
