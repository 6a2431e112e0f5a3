import { EventFrame, Snapshot } from '@baton/contracts';
import type { Interaction, Invitation, Message, Notice, TargetRef, Transfer } from '@baton/contracts';
import * as v from 'valibot';

/**
 * What one agent's own frames tell that agent, folded without a look at anybody
 * else's or at the model. An event counts when it is newer than what it is about.
 */
export class Desk {
  readonly interactions = new Map<string, Interaction>();
  readonly transcripts = new Map<string, Map<number, Message>>();
  readonly transfers = new Map<string, Transfer>();
  readonly invitations = new Map<string, Invitation>();
  readonly notices = new Map<string, Notice>();
  favourites: readonly TargetRef[];
  private readonly versions = new Map<string, number>();

  constructor(snapshot: Snapshot) {
    for (const interaction of v.parse(Snapshot, snapshot).interactions)
      this.interactions.set(interaction.id, interaction);
    for (const page of snapshot.messages) this.keep(page.interactionId, page.messages);
    for (const transfer of snapshot.transfers) this.transfers.set(transfer.interactionId, transfer);
    for (const invitation of snapshot.invitations) this.invitations.set(invitation.id, invitation);
    for (const notice of snapshot.notices) this.notices.set(notice.id, notice);
    this.favourites = snapshot.favourites;
  }

  /** Folds a frame in. Throws when it does not keep to the wire's schema. */
  hear(frame: EventFrame): void {
    for (const event of v.parse(EventFrame, frame).events) {
      switch (event.type) {
        case 'interaction.assigned':
        case 'interaction.updated':
          if (this.isNews(event.interaction.id, event.interaction.version))
            this.interactions.set(event.interaction.id, event.interaction);
          break;
        case 'interaction.released':
          if (!this.isNews(event.interactionId, event.version)) break;
          this.interactions.delete(event.interactionId);
          this.transcripts.delete(event.interactionId);
          this.transfers.delete(event.interactionId);
          break;
        case 'messages.appended':
          this.keep(event.interactionId, event.messages);
          break;
        case 'transfer.dismissed':
          // A later transfer of the same interaction stays.
          if (
            this.isNews(event.transferId, event.version) &&
            this.transfers.get(event.interactionId)?.id === event.transferId
          ) {
            this.transfers.delete(event.interactionId);
          }
          break;
        case 'invitation.offered':
        case 'invitation.updated':
        case 'invitation.ended':
          if (!this.isNews(event.invitation.id, event.invitation.version)) break;
          if (event.invitation.state === 'ended') this.invitations.delete(event.invitation.id);
          else this.invitations.set(event.invitation.id, event.invitation);
          break;
        case 'notice.posted':
        case 'notice.updated':
          this.notices.set(event.notice.id, event.notice);
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
        default:
          // An accepted transfer leaves together with its interaction.
          if (this.isNews(event.transfer.id, event.transfer.version) && event.transfer.state !== 'accepted') {
            this.transfers.set(event.transfer.interactionId, event.transfer);
          }
      }
    }
  }

  private keep(interactionId: string, messages: readonly Message[]): void {
    const transcript = this.transcripts.get(interactionId) ?? new Map<number, Message>();
    for (const message of messages) transcript.set(message.index, message);
    this.transcripts.set(interactionId, transcript);
  }

  private isNews(entity: string, version: number): boolean {
    if (version <= (this.versions.get(entity) ?? -1)) return false;
    this.versions.set(entity, version);
    return true;
  }
}
