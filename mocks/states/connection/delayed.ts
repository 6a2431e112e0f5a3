import { defineState } from '../state';

export const delayed = defineState({
  id: 'delayed',
  title: 'Updates arrive late',
  description: 'There is no event stream; the desktop asks every three seconds for what is new.',
  shows: { connection: 'live delayed' },
  network: { failures: [{ operation: 'events', how: 'lost' }] },
  steps: [
    { press: 'notifications messages-button' },
    { runUntil: 'notifications notice-done' },
    { press: 'notifications messages-button' },
  ],
});
