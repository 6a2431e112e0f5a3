import type { BusErrorCode } from '@baton/contracts';
import type { Refusal } from '@baton/contracts/bridge';

/**
 * What went wrong between page and frame:
 * a `Refusal` – the frame turns this page down; `noAnswer` – nothing that speaks the bridge answered in time;
 * `message` – a message came to nothing: it made no sense to one side, or `getToken` or an adapter failed at it (see `cause`);
 * a `BusErrorCode` – a request got no answer, `cancelled` also when the frame went away meanwhile.
 */
export type EmbedErrorCode = Refusal | 'noAnswer' | 'message' | BusErrorCode;

/** Names cause and cure; for logs and developers, not for agents. */
export interface EmbedError extends Error {
  name: 'EmbedError';
  code: EmbedErrorCode;
}

export function embedError(code: EmbedErrorCode, message: string, cause?: unknown): EmbedError {
  return Object.assign(new Error(message, { cause }), { name: 'EmbedError', code } as const);
}
