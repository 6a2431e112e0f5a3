import type {
  CaseData,
  EarlierInteraction,
  EventFrame,
  Interaction,
  Invitation,
  Message,
  Result,
  RoutingBackend,
  Snapshot,
} from '@baton/contracts';
import { maskCardNumbers } from './card-numbers';

/**
 * A backend from which no card number comes: not in what customers and agents have written, nor in notes or case data. Everything
 * behind it – screens, finding, printing, storage – gets the masked text.
 */
export function maskedBackend(backend: RoutingBackend): RoutingBackend {
  return {
    snapshot: async (query, signal) => mapped(await backend.snapshot(query, signal), maskSnapshot),
    messages: async (query, signal) =>
      mapped(await backend.messages(query, signal), (page) => ({ ...page, messages: page.messages.map(maskMessage) })),
    earlierInteractions: async (query, signal) =>
      mapped(await backend.earlierInteractions(query, signal), (page) => ({
        ...page,
        interactions: page.interactions.map(maskEarlier),
      })),
    searchTargets: (query, signal) => backend.searchTargets(query, signal),
    favourites: (query, signal) => backend.favourites(query, signal),
    recents: (query, signal) => backend.recents(query, signal),
    send: async (command) =>
      mapped(await backend.send(command), (answer) => ({
        ...answer,
        ...(answer.snapshot && { snapshot: maskSnapshot(answer.snapshot) }),
      })),
    follow: (cursor, listener, signal) =>
      backend.follow(cursor, { ...listener, onFrame: (frame) => listener.onFrame(maskFrame(frame)) }, signal),
    close: () => backend.close?.(),
  };
}

function mapped<T>(result: Result<T>, map: (value: T) => T): Result<T> {
  return result.ok ? { ...result, value: map(result.value) } : result;
}

function maskSnapshot(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    interactions: snapshot.interactions.map(maskInteraction),
    messages: snapshot.messages.map((page) => ({ ...page, messages: page.messages.map(maskMessage) })),
    invitations: snapshot.invitations.map(maskInvitation),
  };
}

function maskFrame(frame: EventFrame): EventFrame {
  return {
    ...frame,
    events: frame.events.map((event) => {
      switch (event.type) {
        case 'messages.appended':
          return { ...event, messages: event.messages.map(maskMessage) };
        case 'interaction.assigned':
        case 'interaction.updated':
          return { ...event, interaction: maskInteraction(event.interaction) };
        case 'invitation.offered':
        case 'invitation.updated':
        case 'invitation.ended':
          return { ...event, invitation: maskInvitation(event.invitation) };
        default:
          return event;
      }
    }),
  };
}

function maskMessage(message: Message): Message {
  return message.kind === 'customer' || message.kind === 'agent'
    ? { ...message, text: maskCardNumbers(message.text) }
    : message;
}

function maskInteraction(interaction: Interaction): Interaction {
  const { caseData, handover, note } = interaction;
  return {
    ...interaction,
    ...(handover?.note !== undefined && { handover: { ...handover, note: maskCardNumbers(handover.note) } }),
    ...(caseData && { caseData: maskCaseData(caseData) }),
    ...(note !== undefined && { note: maskCardNumbers(note) }),
  };
}

function maskEarlier(interaction: EarlierInteraction): EarlierInteraction {
  const { subject, note } = interaction;
  return {
    ...interaction,
    ...(subject !== undefined && { subject: maskCardNumbers(subject) }),
    ...(note !== undefined && { note: maskCardNumbers(note) }),
  };
}

function maskCaseData(caseData: CaseData): CaseData {
  return Object.fromEntries(
    Object.entries(caseData).map(([key, value]) => {
      const text = String(value);
      const masked = maskCardNumbers(text);
      return [key, masked === text ? value : masked];
    }),
  );
}

function maskInvitation(invitation: Invitation): Invitation {
  const { caseData, lastMessage, note } = invitation;
  return {
    ...invitation,
    ...(lastMessage && { lastMessage: { ...lastMessage, text: maskCardNumbers(lastMessage.text) } }),
    ...(note !== undefined && { note: maskCardNumbers(note) }),
    ...(caseData && { caseData: maskCaseData(caseData) }),
  };
}
