import * as v from 'valibot';
import { Id } from './agent';

/** Longest address of an attachment, in characters: small pictures may be in their address. */
const maxUrlLength = 100_000;

const maxNameLength = 120;

const protocols: readonly string[] = ['https:', 'http:', 'blob:', 'data:'];

function isLoadable(url: string): boolean {
  return URL.canParse(url) && protocols.includes(new URL(url).protocol);
}

/**
 * What a customer has sent besides text. Only its address is part of the conversation: a desktop loads the bytes when
 * it shows them, without the agent's token. A backend that asks for one signs the address, or its adapter fetches the
 * bytes and gives a `blob:` address.
 */
export const Attachment = v.object({
  id: Id,
  /** As HTTP names it (RFC 9110, 8.3.1), for example `image/jpeg`. */
  mediaType: v.pipe(v.string(), v.maxLength(127)),
  /** Name of the file, where the customer's device gave one. Longer ones are cut. */
  name: v.optional(
    v.pipe(
      v.string(),
      v.transform((name) => name.slice(0, maxNameLength).toWellFormed()),
    ),
  ),
  /**
   * Absolute: https, http, blob or data; anything else counts as absent. Absent while there is nothing to load, for
   * example before a virus scan.
   */
  url: v.optional(
    v.pipe(
      v.string(),
      v.transform((url) => (url.length <= maxUrlLength && isLoadable(url) ? url : undefined)),
    ),
  ),
});
export type Attachment = v.InferOutput<typeof Attachment>;
