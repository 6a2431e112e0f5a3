import type { Message, OutboxMessage } from '@baton/contracts';
import { keep } from '../maps';
import type { ById } from '../maps';

/** Texts that the backend has shown as messages are no longer waiting. */
export function withoutAnswered(outbox: ById<OutboxMessage>, messages: readonly Message[]): ById<OutboxMessage> {
  return keep(outbox, ({ commandId }) => !isAnsweredBy(messages, commandId));
}

/** Whether the command's text is among the messages. */
export function isAnsweredBy(messages: readonly Message[], commandId: string): boolean {
  return messages.some((message) => message.kind === 'agent' && message.commandId === commandId);
}
