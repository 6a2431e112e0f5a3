import { EventFrame, Snapshot } from '@baton/contracts';
import type { Interaction, Invitation, Message, Notice, TargetRef, Transfer } from '@baton/contracts';
import * as v from 'valibot';

/**
 * A client's state, folded from its snapshot and frames alone. An event counts when
 * its version is newer than the entity's.
 */
export class ClientState {
  readonly interactions = new Map<string, Interaction>();
  readonly transcripts = new Map<string, Map<number, Message>>();
  readonly transfers = new Map<string, Transfer>();
  readonly invitations = new Map<string, Invitation>();
  readonly notices = new Map<string, Notice>();
  favourites: readonly TargetRef[];
  private readonly agentId: string;
  private readonly versions = new Map<string, number>();

  constructor(snapshot: Snapshot) {
    for (const interaction of v.parse(Snapshot, snapshot).interactions)
      this.interactions.set(interaction.id, interaction);
    for (const page of snapshot.messages) this.keep(page.interactionId, page.messages);
    for (const transfer of snapshot.transfers) this.transfers.set(transfer.id, transfer);
    this.agentId = snapshot.agent.id;
    for (const invitation of snapshot.invitations) this.invitations.set(invitation.id, invitation);
    for (const notice of snapshot.notices) this.notices.set(notice.id, notice);
    this.favourites = snapshot.favourites;
  }

  /** Applies a frame. Throws when it does not match the wire's schema. */
  apply(frame: EventFrame): void {
    for (const event of v.parse(EventFrame, frame).events) {
      switch (event.type) {
        case 'interaction.assigned':
        case 'interaction.updated':
          if (this.isNewer(event.interaction.id, event.interaction.version))
            this.interactions.set(event.interaction.id, event.interaction);
          break;
        case 'interaction.released':
          if (!this.isNewer(event.interactionId, event.version)) break;
          this.interactions.delete(event.interactionId);
          this.transcripts.delete(event.interactionId);
          this.dropTransfers(event.interactionId, (transfer) => !this.handedOver(transfer));
          break;
        case 'messages.appended':
          this.keep(event.interactionId, event.messages);
          break;
        case 'transfer.dismissed':
          if (this.isNewer(event.transferId, event.version)) this.transfers.delete(event.transferId);
          break;
        case 'invitation.offered':
        case 'invitation.updated':
        case 'invitation.ended':
          if (!this.isNewer(event.invitation.id, event.invitation.version)) break;
          if (event.invitation.state === 'ended') this.invitations.delete(event.invitation.id);
          else this.invitations.set(event.invitation.id, event.invitation);
          break;
        case 'notice.posted':
        case 'notice.updated':
          this.notices.set(event.notice.id, event.notice);
          break;
        case 'notice.deleted':
          this.notices.delete(event.noticeId);
          break;
        case 'favourites.changed':
          this.favourites = event.favourites;
          break;
        case 'session.ended':
          this.notices.clear();
          break;
        case 'agent.state':
        case 'targets.changed':
          break;
        case 'transfer.pending':
        case 'transfer.extended':
        case 'transfer.accepted':
        case 'transfer.handedOver':
        case 'transfer.declined':
        case 'transfer.expired':
        case 'transfer.notAccepted':
        case 'transfer.cancelled':
        case 'transfer.failed':
          if (!this.isNewer(event.transfer.id, event.transfer.version)) break;
          // An outcome is shown until the next transfer of the conversation.
          if (event.transfer.by.id === this.agentId)
            this.dropTransfers(event.transfer.interactionId, (known) => this.isOwn(known) && !this.handedOver(known));
          this.transfers.set(event.transfer.id, event.transfer);
      }
    }
  }

  private dropTransfers(interactionId: string, isOver: (transfer: Transfer) => boolean): void {
    for (const [id, transfer] of this.transfers)
      if (transfer.interactionId === interactionId && isOver(transfer)) this.transfers.delete(id);
  }

  private isOwn({ by }: Transfer): boolean {
    return by.id === this.agentId;
  }

  /** An agent still knows a transfer by which a conversation has left. */
  private handedOver(transfer: Transfer): boolean {
    return this.isOwn(transfer) && (transfer.state === 'accepted' || transfer.state === 'handedOver');
  }

  private keep(interactionId: string, messages: readonly Message[]): void {
    const transcript = this.transcripts.get(interactionId) ?? new Map<number, Message>();
    for (const message of messages) transcript.set(message.index, message);
    this.transcripts.set(interactionId, transcript);
  }

  private isNewer(entity: string, version: number): boolean {
    if (version <= (this.versions.get(entity) ?? -1)) return false;
    this.versions.set(entity, version);
    return true;
  }
}
