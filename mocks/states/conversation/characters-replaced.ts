import { defineState } from '../state';

export const charactersReplaced = defineState({
  id: 'characters-replaced',
  title: 'Special characters replaced',
  description: 'Ana has replaced what made her text take two messages, and can take that back.',
  shows: { screen: 'conversation' },
  steps: [
    {
      write: 'sms-window input',
      text: 'Thank you for waiting, Sam. The carrier writes that the parcel is “on its way” – it should be with you by Friday.',
    },
    { press: 'sms-window replace' },
  ],
});
