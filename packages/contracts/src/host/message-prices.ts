import * as v from 'valibot';

/** What text messages cost, as agents see it while they write. A text of two messages costs twice as much as one. */
export const MessagePrices = v.object({
  /** ISO 4217. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  /**
   * The price of one message by how the number begins, in the currency's minor unit, such as cents: `{ '+44': 4, '+1':
   * 0.75, '+': 9 }`. The longest beginning counts. A number that begins with none of them has no price.
   */
  perMessage: v.record(
    v.pipe(v.string(), v.regex(/^\+\d{0,15}$/)),
    v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
  ),
});
export type MessagePrices = v.InferOutput<typeof MessagePrices>;
