import { targetKey } from '@baton/contracts';
import { ableMembers, openInvitationsOf, ownedBy } from './availability';
import { affectedAgents, affectedPools } from './affected';
import { openInvitationsTo } from './invitations';
import { emptyIndex, updateIndex, listNames, listed } from './lists';
import type {
  AgentRecord,
  CentreState,
  Index,
  InteractionRecord,
  InvitationRecord,
  PoolRecord,
  Rows,
  Tables,
  TransferRecord,
} from './state';
import { queueOf } from './state';
import { changesBetween, find, get, idsOf, rowsOf } from './table';
import { transcriptOf } from './transcripts';

/** Checks everything that must always be true. Throws an error that names all violations. */
export function checkInvariants(state: CentreState): void {
  fail(state, [
    ...rowsOf(state.interactions).flatMap((row) => [...ownership(state, row)]),
    ...rowsOf(state.agents).flatMap((row) => [...workload(state, row)]),
    ...rowsOf(state.invitations).flatMap((row) => [...openOffer(state, row)]),
    ...rowsOf(state.transfers).flatMap((row) => [...transferOffer(state, row)]),
    ...rowsOf(state.pools).flatMap((row) => [...waiting(state, row)]),
    ...idsOf(state.transcripts).flatMap((id) => [...transcriptOrder(state, id)]),
    ...indexUpToDate(state),
  ]);
}

/** The same for the rows that a step has changed, and for the rows that depend on them. */
export function checkStep(before: CentreState, state: CentreState): void {
  const agents = [...affectedAgents(before, state)].map((id) => get(state.agents, id));
  const interactions = changed('interactions', before, state);
  const invitations = [
    ...changed('invitations', before, state),
    ...agents.flatMap(({ id }) => openInvitationsOf(state, id)),
    ...interactions.flatMap(({ id }) => openInvitationsTo(state, id)),
  ];
  const transfers = [
    ...changed('transfers', before, state),
    ...[...interactions, ...invitations].flatMap(({ transferId = '' }) => find(state.transfers, transferId) ?? []),
  ];
  fail(state, [
    ...interactions.flatMap((row) => [...ownership(state, row)]),
    ...agents.flatMap((row) => [...workload(state, row)]),
    ...invitations.flatMap((row) => [...openOffer(state, row)]),
    ...transfers.flatMap((row) => [...transferOffer(state, row)]),
    ...[...affectedPools(before, state)].flatMap((key) => [...waiting(state, get(state.pools, key))]),
  ]);
}

function fail({ cursor }: CentreState, broken: readonly string[]): void {
  if (broken.length > 0) throw new Error(`The contact centre is broken at cursor ${cursor}: ${broken.join('; ')}`);
}

/** Rows that were added or changed. */
function changed<K extends keyof Rows>(table: K, before: Tables, after: Tables): Rows[K][] {
  return changesBetween(before[table], after[table]).flatMap(({ after: row }) => (row ? [row] : []));
}

function* ownership(state: CentreState, { id, owner, state: condition, transferId }: InteractionRecord) {
  if (condition === 'completed') return;
  if (owner.kind === 'agent') {
    if (!find(state.agents, owner.id)) yield `${id} is owned by an unknown agent ${owner.id}`;
    return;
  }
  if (!queueOf(state, owner.id).waiting.includes(id)) yield `${id} is owned by queue ${owner.id} and waits elsewhere`;
  if (transferId) yield `${id} waits in a queue with a transfer`;
}

function* waiting(state: CentreState, pool: PoolRecord) {
  if (pool.kind !== 'queue' || pool.waiting.length === 0) return;
  if (new Set(pool.waiting).size < pool.waiting.length) yield `a conversation waits twice in ${pool.id}`;
  const able = ableMembers(state, pool);
  for (const id of pool.waiting) {
    const { owner, state: condition, passedBy } = get(state.interactions, id);
    if (condition !== 'active') yield `${id} waits in a queue and is not active`;
    if (owner.kind !== 'queue' || owner.id !== pool.id)
      yield `${id} is owned by ${owner.kind} ${owner.id} and waits in ${pool.id}`;
    if (openInvitationsTo(state, id).length > 0) continue;
    const free = able.find((agent) => !passedBy.includes(agent.id));
    if (free) yield `${id} waits in ${pool.id} and is not offered to ${free.id}, who is free`;
  }
}

function* workload(state: CentreState, { id, capacity }: AgentRecord) {
  const owned = ownedBy(state, id);
  if (owned.length > capacity) yield `${id} owns ${owned.length} of at most ${capacity}`;
  for (const { id: interactionId, owner } of owned)
    if (owner.kind !== 'agent' || owner.id !== id) yield `${interactionId} is listed with ${id}, who does not own it`;
}

function* openOffer(state: CentreState, { agentId, transferId, invitation }: InvitationRecord) {
  if (invitation.state === 'ended') return;
  const interaction = get(state.interactions, invitation.interactionId);
  const agent = get(state.agents, agentId);
  if (!agent.signedIn) yield `${invitation.id} is offered to ${agentId}, who is signed out`;
  // An earlier offer stays: the agent sees its card, and may be about to accept.
  const began = agent.presence.state === 'afterCallWork' ? agent.presence.since : Infinity;
  if (invitation.offeredAt > began && invitation.kind !== 'return')
    yield `${invitation.id} was offered to ${agentId} in after-call work`;
  if (!agent.reachable) yield `${invitation.id} is offered to ${agentId}, who cannot be reached`;
  if (agent.sms?.state !== 'ready') yield `${invitation.id} is offered to ${agentId}, who is not ready`;
  if (interaction.state !== 'active') yield `${invitation.id} offers ${interaction.id}, which is ${interaction.state}`;
  if (openInvitationsTo(state, interaction.id).length > 1) yield `${interaction.id} is offered twice`;
  if (
    interaction.owner.kind === 'queue'
      ? transferId
      : get(state.transfers, transferId ?? '').invitationId !== invitation.id
  ) {
    yield `${invitation.id} has not been made for the owner of ${interaction.id}`;
  }
}

function* transferOffer(state: CentreState, { transfer, invitationId }: TransferRecord) {
  const asked = transfer.route.filter((step) => step.state === 'offered').map((step) => step.agent.id);
  const invited = invitationId ? [get(state.invitations, invitationId).agentId] : [];
  if (asked.join() !== invited.join())
    yield `${transfer.id} tells that [${asked.join()}] are asked and is offered to [${invited.join()}]`;
  if (transfer.state !== 'pending') {
    if (invitationId) yield `${transfer.id} has ended and is offered`;
    return;
  }
  const interaction = get(state.interactions, transfer.interactionId);
  const offered = invitationId ? get(state.invitations, invitationId).invitation : undefined;
  if (offered?.state !== 'offered') yield `${transfer.id} is pending and offered to nobody`;
  else if (offered.expiresAt !== transfer.expiresAt) yield `${transfer.id} has another deadline than its offer`;
  if (interaction.transferId !== transfer.id)
    yield `${transfer.id} is pending beside another transfer of ${interaction.id}`;
  if (interaction.owner.kind !== 'agent' || interaction.owner.id !== transfer.by.id)
    yield `${transfer.id} is pending and its sender is not the owner`;
  if (transfer.target.kind !== 'agent' && !find(state.pools, targetKey(transfer.target)))
    yield `${transfer.id} goes to no pool`;
}

function* transcriptOrder(state: CentreState, id: string) {
  if (transcriptOf(state, id).some((message, index) => message.index !== index))
    yield `the transcript of ${id} has gaps`;
}

/** The index equals one that is built from the rows now. */
function* indexUpToDate(state: CentreState) {
  const fresh = { ...state, index: freshIndex(state) };
  for (const list of listNames) {
    const names = new Set([...idsOf(state.index[list]), ...idsOf(fresh.index[list])]);
    for (const name of names) {
      const [kept, due] = [listed(state, list, name), listed(fresh, list, name)];
      if (kept.toSorted().join() !== due.toSorted().join())
        yield `${list} of ${name} are [${kept.join()}] and not [${due.join()}]`;
    }
  }
  const times = ({ index }: CentreState) => index.deadlines.map(({ due, what, id }) => `${due} ${what} ${id}`);
  const [kept, due] = [times(state).toSorted().join(), times(fresh).toSorted().join()];
  if (kept !== due) yield `the deadlines are [${kept}] and not [${due}]`;
  const inOrder = state.index.deadlines.every(({ due: time }, place, all) => time >= (all[place - 1]?.due ?? 0));
  if (!inOrder) yield 'the deadlines are not in order';
}

function freshIndex({ agents, interactions, invitations, transfers }: CentreState): Index {
  let index = emptyIndex;
  for (const row of rowsOf(agents)) index = updateIndex(index, 'agents', row.id, undefined, row);
  for (const row of rowsOf(interactions)) index = updateIndex(index, 'interactions', row.id, undefined, row);
  for (const row of rowsOf(invitations)) index = updateIndex(index, 'invitations', row.invitation.id, undefined, row);
  for (const row of rowsOf(transfers)) index = updateIndex(index, 'transfers', row.transfer.id, undefined, row);
  return index;
}
