import type { BusErrorCode } from '@baton/contracts';
import type { Refusal } from '@baton/contracts/bridge';

/**
 * The kind of an error between page and frame:
 * a `Refusal` – the frame refuses to work with this page; `noAnswer` – the frame has not answered in time;
 * `message` – a message was malformed, or `getToken` or an adapter failed to handle it (see `cause`);
 * a `BusErrorCode` – a request got no answer; `cancelled` also when the frame was removed.
 */
export type EmbedErrorCode = Refusal | 'noAnswer' | 'message' | BusErrorCode;

/** An error whose message names cause and cure, for logs and developers, not for agents. */
export interface EmbedError extends Error {
  name: 'EmbedError';
  code: EmbedErrorCode;
}

export function embedError(code: EmbedErrorCode, message: string, cause?: unknown): EmbedError {
  return Object.assign(new Error(message, { cause }), { name: 'EmbedError', code } as const);
}
