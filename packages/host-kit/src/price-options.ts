import * as v from 'valibot';
import { MessagePrices } from '@baton/contracts';

const cure =
  'give the price of a message in minor units by how numbers begin: { currency: "EUR", perMessage: { "+44": 4, "+": 9 } }';

/** The prices that a host gives; what is wrong is said with its cure. */
export const PriceOptions = v.strictObject(
  {
    currency: v.custom<string>((found) => v.is(MessagePrices.entries.currency, found), 'give ISO 4217, such as "EUR"'),
    perMessage: v.custom<MessagePrices['perMessage']>((found) => v.is(MessagePrices.entries.perMessage, found), cure),
  },
  cure,
);
