import type { EarlierInteraction, EarlierInteractionPage, MessagePage, ReadQuery } from '@baton/contracts';
import { refuse } from './inputs';
import type { Answer } from './inputs';
import { ownInteraction } from './interactions';
import { ownedBy } from './availability';
import { defaultPageLength } from './limits';
import { listed } from './lists';
import type { CentreState, InteractionRecord } from './state';
import { queueOf, refOf } from './state';
import { find, get } from './table';
import { messageAt, pageOf } from './transcripts';

/** The customer's conversations that ended before one of the agent's, latest end first. */
export function earlierInteractions(
  state: CentreState,
  agentId: string,
  { interactionId, before, limit = defaultPageLength }: ReadQuery<'earlierInteractions'>,
): Answer<EarlierInteractionPage> {
  const own = ownInteraction(state, agentId, interactionId);
  if (!own.ok) return own;
  const all = earlierOf(state, own.value);
  const at = before === undefined ? 0 : all.findIndex(({ id }) => id === before) + 1;
  if (before !== undefined && at === 0) {
    return { ok: false, problem: refuse('gone', `The conversation "${before}" is not kept any more`) };
  }
  const interactions = all.slice(at, at + limit).map((interaction) => viewOf(state, interaction));
  return { ok: true, value: { interactions, more: all.length > at + limit } };
}

/** A page of a conversation that is the agent's, or that one of the agent's customers had before. */
export function messages(
  state: CentreState,
  agentId: string,
  { interactionId, before, limit }: ReadQuery<'messages'>,
): Answer<MessagePage> {
  const own = ownInteraction(state, agentId, interactionId);
  if (!own.ok && !isEarlier(state, agentId, find(state.interactions, interactionId))) return own;
  return { ok: true, value: pageOf(state, interactionId, before, limit) };
}

function earlierOf(state: CentreState, { contact, startedAt }: InteractionRecord): readonly InteractionRecord[] {
  return listed(state, 'completed')
    .map((id) => get(state.interactions, id))
    .filter((other) => other.contact.id === contact.id && endOf(other) <= startedAt)
    .toSorted((a, b) => endOf(b) - endOf(a));
}

function isEarlier(state: CentreState, agentId: string, interaction: InteractionRecord | undefined): boolean {
  if (interaction?.state !== 'completed') return false;
  return ownedBy(state, agentId).some((own) => earlierOf(state, own).includes(interaction));
}

function viewOf(state: CentreState, interaction: InteractionRecord): EarlierInteraction {
  const { id, startedAt, owner, queueId, disposition, note } = interaction;
  const queue = queueOf(state, queueId);
  const agent = owner.kind === 'agent' ? refOf(get(state.agents, owner.id)) : undefined;
  const label = queue.dispositions?.choices.find((choice) => choice.id === disposition)?.label;
  const subject = subjectOf(state, id);
  return {
    id,
    startedAt,
    endedAt: endOf(interaction),
    ...(agent && { agent }),
    queue: { id: queue.id, name: queue.name },
    ...(subject && { subject }),
    ...(label && { disposition: label }),
    ...(note && { note }),
  };
}

function subjectOf(state: CentreState, id: string): string | undefined {
  const first = messageAt(state, id, 0);
  if (first?.kind !== 'customer') return undefined;
  return first.text.replace(/\s+/g, ' ').trim().slice(0, 120).toWellFormed();
}

function endOf({ endedAt = 0 }: InteractionRecord): number {
  return endedAt;
}
