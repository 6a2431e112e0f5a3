/** A customer of a run. What is typed for them is written in capitals of one letter, which stands in no other text. */
export interface Customer {
  name: string;
  interactionId: string;
  letter: string;
}

/** The customers of `busy-agent` that a run writes to; the last two are offered to Ana. */
export const customers: readonly Customer[] = [
  { name: 'Sam Carter', interactionId: 'sms-1001', letter: 'Q' },
  { name: 'Dana Whitlock', interactionId: 'sms-124', letter: 'X' },
  { name: 'Olu Adeyemi', interactionId: 'sms-125', letter: 'J' },
  { name: 'Priya Nair', interactionId: 'sms-131', letter: 'Z' },
  { name: 'Noor Haddad', interactionId: 'sms-140', letter: 'V' },
  { name: 'Tom Ashby', interactionId: 'sms-141', letter: 'K' },
];
