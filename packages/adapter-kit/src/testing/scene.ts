import type { AgentRef, BackendCapabilities, KnownTargetRef } from '@baton/contracts';
import { demand, found } from './demand';
import { openDesktop } from './agent-desktop';
import type { AgentDesktop } from './agent-desktop';
import type { BackendWorld } from './world';

/** Signed-in agents who follow their events, with one conversation to hand over. */
export interface Scene {
  world: BackendWorld;
  capabilities: BackendCapabilities;
  owner: AgentDesktop;
  colleague: AgentDesktop;
  /** Id of the conversation that the owner has at first. */
  conversation: string;
  /** The colleague as a target. */
  target: KnownTargetRef;
  /** The agent who has the conversation. Fails unless there is exactly one. */
  ownerNow(): Promise<AgentRef>;
  /** The owner offers the conversation to the colleague. */
  offer(note?: string): Promise<{ transferId: string; invitationId: string; commandId: string }>;
  /** Fails unless the received frames of each agent lead to their snapshot. */
  agree(): Promise<void>;
  close(): Promise<void>;
}

/** Signs all agents in. */
export async function openScene(world: BackendWorld): Promise<Scene> {
  const owner = await openDesktop(world, world.owner);
  const colleague = await openDesktop(world, world.colleague);
  const desktops = [owner, colleague, ...(world.bystander ? [await openDesktop(world, world.bystander)] : [])];
  const { capabilities, interactions } = await owner.snapshot();
  const able = interactions.find(({ capabilities: can }) => can.includes('sendMessage') && can.includes('transfer'));
  const conversation = found(able, 'The owner has no conversation to write in and to transfer: give the world one.').id;
  const target: KnownTargetRef = { kind: 'agent', ...world.colleague.agent };

  return {
    world,
    capabilities,
    owner,
    colleague,
    conversation,
    target,
    async ownerNow() {
      const owners: AgentRef[] = [];
      for (const desktop of desktops) {
        if ((await desktop.snapshot()).interactions.some(({ id }) => id === conversation)) owners.push(desktop.agent);
      }
      const [one] = owners;
      demand(owners.length === 1, `A conversation has exactly one owner; it has ${owners.length}.`);
      return found(one, 'A conversation has an owner.');
    },
    async offer(note) {
      const commandId = await owner.take({
        type: 'startTransfer',
        interactionId: conversation,
        target,
        ...(note !== undefined && { note }),
      });
      const pending = owner.events('transfer.pending').map(({ transfer }) => transfer);
      const transfer = pending.find(({ interactionId }) => interactionId === conversation);
      const offers = (await colleague.snapshot()).invitations.filter(
        ({ interactionId }) => interactionId === conversation,
      );
      const [invitation] = offers;
      demand(offers.length === 1, `One transfer is one invitation; the colleague has ${offers.length}.`);
      return {
        commandId,
        transferId: found(transfer, 'The sender is told transfer.pending.').id,
        invitationId: found(invitation, 'The colleague is invited.').id,
      };
    },
    async agree() {
      for (const desktop of desktops) await desktop.agree();
    },
    async close() {
      for (const desktop of desktops) desktop.stopFollowing();
      await world.close?.();
    },
  };
}
