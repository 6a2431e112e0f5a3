import { defineState } from '../state';

export const noteNotSaved = defineState({
  id: 'note-not-saved',
  title: 'The note is not saved',
  description:
    'The contact centre has answered with an error. What Ana has written stays, and is sent again when she likes.',
  shows: { screen: 'error' },
  network: { failures: [{ operation: 'saveNote', how: 'error' }] },
  steps: [
    { press: 'sms-window details-open', unless: 'sms-window details' },
    { write: 'sms-window interaction-note-field', text: 'Wants the refund on another card.' },
    { focus: 'sms-window input' },
    { see: 'sms-window interaction-note button' },
  ],
});
