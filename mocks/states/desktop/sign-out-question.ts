import { anaTransfers, defineState } from '../state';

export const signOutQuestion = defineState({
  id: 'sign-out-question',
  title: 'Sign out: what is lost',
  description: 'Ana is about to sign out with an open conversation, an invitation and an unsent text.',
  shows: { screen: 'dialog' },
  played: [[1000, anaTransfers()]],
  steps: [
    { write: 'sms-window input', text: 'I will ask the billing team and' },
    { press: 'shell agent-menu' },
    { press: 'shell sign-out' },
  ],
});
