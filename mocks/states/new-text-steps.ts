import { outbound } from '../scenarios/outbound';
import type { Step } from './step';

// What the states have in common in which Ana writes to a number.

export const { seed } = outbound;

export const openNewText: Step = {
  press: 'sms-window new-text-open',
  narrow: [{ press: 'shell rail' }, { press: 'sms-window new-text-open' }],
};

/** Types a number, and a text. */
export function writeTo(number: string): Step[] {
  return [
    openNewText,
    { see: 'sms-window new-text' },
    { write: 'sms-window new-text-number', text: number },
    { write: 'sms-window new-text input', text: 'Your parcel is here.' },
  ];
}

/** Sends it to a number for which the contact centre refuses it. */
export function refusedTo(number: string): Step[] {
  return [...writeTo(number), { press: 'sms-window new-text send' }, { see: 'sms-window new-text banner' }];
}
