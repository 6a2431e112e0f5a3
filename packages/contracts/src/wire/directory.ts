import * as v from 'valibot';
import { KnownTargetKind, Target } from '../domain/target';

export const maxPageSize = 100;

/** Query of `GET /v1/targets`. */
export const TargetQuery = v.strictObject({
  query: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  kinds: v.optional(v.array(KnownTargetKind)),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxPageSize)), 50),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(2048))),
});
export type TargetQuery = v.InferInput<typeof TargetQuery>;

/** A page of the directory, best match first. */
export const TargetPage = v.object({
  targets: v.array(Target),
  /** Number of all matches; absent if the backend does not count them. */
  total: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Cursor of the next page; absent on the last page. */
  next: v.optional(v.string()),
  /** Backend time when the page was made, and so the age of its presence data. */
  at: v.number(),
});
export type TargetPage = v.InferOutput<typeof TargetPage>;
