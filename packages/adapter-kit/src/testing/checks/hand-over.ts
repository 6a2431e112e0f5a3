import type { BackendCapabilities, KnownTargetRef, Transfer } from '@baton/contracts';
import { demand, found } from '../demand';
import type { SceneCheck } from '../check';
import { valueOf } from '../agent-desktop';
import type { Scene } from '../scene';

const toAgents = ({ targetKinds }: BackendCapabilities) => targetKinds.includes('agent');
const and =
  (...all: ((capabilities: BackendCapabilities) => boolean)[]) =>
  (capabilities: BackendCapabilities) =>
    all.every((one) => one(capabilities));

/** Checks of transfers to a colleague, with all their outcomes. */
export const handOverChecks: SceneCheck[] = [
  {
    name: 'an offer reaches the colleague, and its sender keeps the conversation',
    when: toAgents,
    async run(scene) {
      const { owner, colleague, conversation } = scene;
      const { transferId, commandId } = await scene.offer();
      demand((await scene.ownerNow()).id === owner.agent.id, 'An offer leaves the conversation with its sender.');
      const [offered] = colleague.events('invitation.offered');
      demand(offered?.invitation.interactionId === conversation, 'The colleague is told invitation.offered.');
      const [pending] = owner.events('transfer.pending');
      demand(pending?.transfer.commandId === commandId, 'The transfer names the command that started it.');
      if (scene.capabilities.snapshotTransfers === false) return;
      const [kept] = (await owner.snapshot()).transfers;
      demand(kept?.id === transferId && kept.state === 'pending', 'The snapshot has the pending transfer.');
    },
  },
  {
    name: 'a colleague who accepts has the conversation, and no other agent does',
    when: toAgents,
    async run(scene) {
      const { owner, colleague, conversation } = scene;
      const { invitationId, transferId } = await scene.offer();
      const before = (await owner.snapshot()).messages.find(({ interactionId }) => interactionId === conversation);
      await colleague.take({ type: 'acceptInvitation', invitationId });
      demand((await scene.ownerNow()).id === colleague.agent.id, 'The colleague who accepted has the conversation.');
      const [released] = owner.events('interaction.released');
      demand(released?.interactionId === conversation, 'The sender is told interaction.released.');
      demand(released.why === 'transferred', 'It left because it was transferred.');
      const [assigned] = colleague.events('interaction.assigned').slice(-1);
      demand(assigned?.interaction.id === conversation, 'The colleague is told interaction.assigned.');
      const after = (await colleague.snapshot()).messages.find(({ interactionId }) => interactionId === conversation);
      const [was, is] = [before?.messages.at(-1)?.index ?? -1, after?.messages.at(-1)?.index ?? -1];
      demand(is >= was, 'The colleague has what was written before.');
      await owner.refused(
        { type: 'sendMessage', interactionId: conversation, text: 'Still mine?' },
        'Only the owner writes.',
      );
      await colleague.take({ type: 'sendMessage', interactionId: conversation, text: 'I go on' });
      if (isExplicit(scene))
        demand(outcome(scene, transferId).state === 'accepted', 'The sender is told transfer.accepted.');
    },
  },
  {
    name: 'a declined conversation is where the backend says',
    when: and(toAgents, ({ declineReturnsToSender }) => declineReturnsToSender === 'yes'),
    async run(scene) {
      const { owner, colleague } = scene;
      const { invitationId, transferId } = await scene.offer();
      await colleague.take({ type: 'declineInvitation', invitationId });
      demand((await scene.ownerNow()).id === owner.agent.id, 'A declined conversation is its sender’s.');
      await noOffer(scene);
      if (isExplicit(scene))
        demand(outcome(scene, transferId).state === 'declined', 'The sender is told transfer.declined.');
    },
  },
  {
    name: 'an invitation is answered once',
    when: toAgents,
    async run(scene) {
      const { colleague } = scene;
      const { invitationId } = await scene.offer();
      await colleague.take({ type: 'acceptInvitation', invitationId });
      await colleague.refused(
        { type: 'declineInvitation', invitationId },
        'An accepted invitation cannot be declined.',
      );
      const again = await colleague.send({ type: 'acceptInvitation', invitationId });
      demand(!again.ok, 'An accepted invitation cannot be accepted again.');
    },
  },
  {
    name: 'a conversation is offered to one at a time, and never to its owner or to an unknown agent',
    when: toAgents,
    async run(scene) {
      const { owner, conversation: interactionId, target } = scene;
      const to = (id: string) =>
        ({ type: 'startTransfer', interactionId, target: { kind: 'agent', id, name: id } }) as const;
      await owner.refused(to('nobody-of-this-name'), 'A target that does not exist is refused.');
      await owner.refused(to(owner.agent.id), 'The owner is no target.');
      await scene.offer();
      await owner.refused(
        { type: 'startTransfer', interactionId, target },
        'What is on offer cannot be offered again.',
      );
    },
  },
  {
    name: 'a transfer that is started twice under one id is one',
    when: and(toAgents, ({ idempotentCommands }) => idempotentCommands.includes('startTransfer')),
    async run({ world, owner, colleague, conversation: interactionId, target }) {
      const commandId = world.random.id();
      const start = { type: 'startTransfer', interactionId, target } as const;
      valueOf('startTransfer', await owner.send(start, commandId));
      valueOf('startTransfer, once more', await owner.send(start, commandId));
      demand((await colleague.snapshot()).invitations.length === 1, 'The colleague is invited once.');
    },
  },
  {
    name: 'a cancelled transfer withdraws the invitation',
    when: and(toAgents, ({ cancelPendingTransfer }) => cancelPendingTransfer),
    async run(scene) {
      const { owner, colleague } = scene;
      const { invitationId, transferId } = await scene.offer();
      await owner.take({ type: 'cancelTransfer', transferId });
      demand(
        (await scene.ownerNow()).id === owner.agent.id,
        'A cancelled transfer leaves the conversation with its sender.',
      );
      await noOffer(scene);
      demand(outcome(scene, transferId).state === 'cancelled', 'The sender is told transfer.cancelled.');
      await colleague.refused({ type: 'acceptInvitation', invitationId }, 'A withdrawn invitation cannot be accepted.');
    },
  },
  {
    name: 'a cancellation after the acceptance is too late',
    when: and(toAgents, ({ cancelPendingTransfer }) => cancelPendingTransfer),
    async run(scene) {
      const { owner, colleague } = scene;
      const { invitationId, transferId } = await scene.offer();
      await colleague.take({ type: 'acceptInvitation', invitationId });
      await owner.refused({ type: 'cancelTransfer', transferId }, 'An accepted transfer cannot be cancelled.');
      demand((await scene.ownerNow()).id === colleague.agent.id, 'The colleague who accepted keeps the conversation.');
    },
  },
  {
    name: 'a redirection that is refused leaves the first invitation',
    when: and(toAgents, ({ redirectTransfer }) => redirectTransfer === true),
    async run(scene) {
      const { owner, colleague } = scene;
      const { invitationId, transferId } = await scene.offer();
      const self: KnownTargetRef = { kind: 'agent', ...owner.agent };
      await owner.refused(
        { type: 'redirectTransfer', transferId, target: self },
        'A transfer is not redirected to its sender.',
      );
      await colleague.take({ type: 'acceptInvitation', invitationId });
      demand((await scene.ownerNow()).id === colleague.agent.id, 'Whoever was invited first can still accept.');
      await owner.refused(
        { type: 'redirectTransfer', transferId, target: self },
        'An accepted transfer stays accepted.',
      );
    },
  },
  {
    name: 'more time moves the deadline',
    when: and(toAgents, ({ extendInvitation }) => extendInvitation),
    async run(scene) {
      const { colleague } = scene;
      const { invitationId } = await scene.offer();
      const deadline = async () => {
        const [invitation] = (await colleague.snapshot()).invitations;
        return invitation?.state === 'offered' ? (invitation.expiresAt ?? Infinity) : 0;
      };
      const before = await deadline();
      await scene.world.timePasses(1_000);
      await colleague.take({ type: 'extendInvitation', invitationId });
      demand((await deadline()) > before, 'An extended invitation has a later deadline.');
    },
  },
  {
    name: 'an unanswered invitation ends at its deadline',
    when: and(
      toAgents,
      ({ inviteExpiry, declineReturnsToSender }) => inviteExpiry === 'serverKnown' && declineReturnsToSender === 'yes',
    ),
    async run(scene) {
      const { world, owner, colleague } = scene;
      const { transferId } = await scene.offer();
      const { invitations, at } = await colleague.snapshot();
      const [invitation] = invitations;
      demand(invitation?.state === 'offered', 'The colleague is invited.');
      const deadline = invitation.expiresAt;
      demand(deadline !== null, 'A backend that knows deadlines tells them.');
      await world.timePasses(deadline - at + deadlineGraceMs);
      demand(
        (await scene.ownerNow()).id === owner.agent.id,
        'Without an answer the conversation stays with its sender.',
      );
      await noOffer(scene);
      if (isExplicit(scene))
        demand(outcome(scene, transferId).state === 'expired', 'The sender is told transfer.expired.');
    },
  },
  {
    name: 'a note comes with the invitation',
    when: and(toAgents, ({ transferNote }) => transferNote),
    async run(scene) {
      await scene.offer('About the refund');
      const [invitation] = (await scene.colleague.snapshot()).invitations;
      demand(invitation?.note === 'About the refund', 'The invitation has the note of the sender.');
    },
  },
  {
    name: 'a conversation that came by transfer is offered back',
    when: and(toAgents, ({ returnInteraction }) => returnInteraction),
    async run(scene) {
      const { owner, colleague, conversation: interactionId } = scene;
      const { invitationId } = await scene.offer();
      await colleague.take({ type: 'acceptInvitation', invitationId });
      await colleague.take({ type: 'returnInteraction', interactionId });
      demand((await scene.ownerNow()).id === colleague.agent.id, 'Until it is accepted it stays where it is.');
      const offer = found((await owner.snapshot()).invitations[0], 'The agent who handed it over is invited.');
      demand(offer.kind === 'return', 'The invitation says that it is a return.');
      await owner.take({ type: 'acceptInvitation', invitationId: offer.id });
      demand((await scene.ownerNow()).id === owner.agent.id, 'The agent who takes it back has the conversation.');
    },
  },
  {
    name: 'the reason for declining reaches the sender',
    when: and(
      toAgents,
      ({ declineReason, senderSeesOutcome, declineReturnsToSender }) =>
        declineReason && senderSeesOutcome === 'explicit' && declineReturnsToSender === 'yes',
    ),
    async run(scene) {
      const { invitationId, transferId } = await scene.offer();
      await scene.colleague.take({ type: 'declineInvitation', invitationId, reason: 'busy' });
      const ended = outcome(scene, transferId);
      demand(ended.state === 'declined' && ended.reason === 'busy', 'The sender is told why it was declined.');
    },
  },
  {
    name: 'an outcome that was dismissed does not come back',
    when: and(
      toAgents,
      ({ senderSeesOutcome, declineReturnsToSender }) =>
        senderSeesOutcome === 'explicit' && declineReturnsToSender === 'yes',
    ),
    async run(scene) {
      const { owner, colleague } = scene;
      const { invitationId, transferId } = await scene.offer();
      await colleague.take({ type: 'declineInvitation', invitationId });
      await owner.take({ type: 'dismissTransfer', transferId });
      const { transfers } = await owner.snapshot();
      demand(!transfers.some(({ id }) => id === transferId), 'A dismissed transfer is in no snapshot.');
      await scene.offer();
    },
  },
  {
    name: 'an entry of My Messages that was read stays read',
    when: toAgents,
    async run(scene) {
      const { owner } = scene;
      const noticeIds = await noticesOfAcceptance(scene);
      if (noticeIds.length === 0) return;
      await owner.take({ type: 'markNoticesRead', noticeIds });
      const unread = (await owner.snapshot()).notices.filter(({ id, read }) => noticeIds.includes(id) && !read);
      demand(unread.length === 0, 'A snapshot has as read what was read.');
      demand(owner.events('notice.updated').length > 0, 'notice.updated tells that it was read.');
    },
  },
  {
    name: 'an entry of My Messages that was deleted stays away',
    when: toAgents,
    async run(scene) {
      const { owner } = scene;
      const noticeIds = await noticesOfAcceptance(scene);
      if (noticeIds.length === 0) return;
      await owner.take({ type: 'deleteNotices', noticeIds });
      const there = (await owner.snapshot()).notices.filter(({ id }) => noticeIds.includes(id));
      demand(there.length === 0, 'A snapshot has no notice that was deleted.');
      const deleted = owner.events('notice.deleted').map(({ noticeId }) => noticeId);
      demand(
        noticeIds.every((id) => deleted.includes(id)),
        'notice.deleted is sent for each of them.',
      );
    },
  },
];

/** How late after its deadline an invitation may end. */
const deadlineGraceMs = 5_000;

const isExplicit = ({ capabilities }: Scene) => capabilities.senderSeesOutcome === 'explicit';

/** The end of a transfer as its sender has received it. */
function outcome({ owner }: Scene, transferId: string): Transfer {
  const ends = (['accepted', 'handedOver', 'declined', 'expired', 'notAccepted', 'cancelled', 'failed'] as const)
    .flatMap((state) => owner.events(`transfer.${state}`))
    .map(({ transfer }) => transfer)
    .filter(({ id }) => id === transferId);
  return found(ends.at(-1), 'The sender is told how the transfer has ended.');
}

/** Ids of the sender's notices after an accepted offer; none if desktops write them. */
async function noticesOfAcceptance(scene: Scene): Promise<string[]> {
  const { invitationId } = await scene.offer();
  await scene.colleague.take({ type: 'acceptInvitation', invitationId });
  return (await scene.owner.snapshot()).notices.map(({ id }) => id);
}

async function noOffer({ colleague }: Scene): Promise<void> {
  demand((await colleague.snapshot()).invitations.length === 0, 'The invitation has ended.');
  demand(colleague.events('invitation.ended').length > 0, 'The colleague is told invitation.ended.');
}
