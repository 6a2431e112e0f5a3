import { defineState } from '../state';

export const keyboardInResults = defineState({
  id: 'keyboard-in-results',
  title: 'Keyboard focus in the results',
  description: 'The focus of the keyboard is on the second target.',
  shows: { screen: 'keyboard' },
  steps: [
    { press: 'sms-window transfer' },
    { see: 'team-communicator row' },
    { key: 'ArrowDown' },
    { key: 'ArrowDown' },
  ],
});
