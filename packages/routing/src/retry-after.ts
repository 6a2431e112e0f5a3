import type { Clock } from '@baton/contracts';

/** What an answer says of when to ask again, in ms: seconds, or a date by the clock of whoever answers (RFC 9110, section 10.2.3). */
export function retryAfter(response: Response, clock: Clock): number | undefined {
  const said = response.headers.get('retry-after')?.trim();
  if (!said) return undefined;
  const sentAt = Date.parse(response.headers.get('date') ?? '') || clock.now();
  const ms = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - sentAt;
  return ms > 0 ? ms : undefined;
}
