import * as v from 'valibot';
import { Target, TargetKind } from '../domain/target';

export const maxPageSize = 100;

/** Query of `GET /v1/targets`. */
export const TargetQuery = v.strictObject({
  query: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  kinds: v.optional(v.array(TargetKind)),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxPageSize)), 50),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(64))),
});
export type TargetQuery = v.InferInput<typeof TargetQuery>;

/** A page of the directory, best match first. */
export const TargetPage = v.object({
  targets: v.array(Target),
  /** How many match in all. */
  total: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Where the next page begins; absent on the last. */
  next: v.optional(v.string()),
  /** The backend's clock when the page was made: the age of its presence. */
  at: v.number(),
});
export type TargetPage = v.InferOutput<typeof TargetPage>;
