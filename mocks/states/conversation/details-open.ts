import { defineState } from '../state';

export const detailsOpen = defineState({
  id: 'details-open',
  title: 'Details of a conversation',
  description: 'Below the header: number, queue, segment, priority and times, as far as they are known.',
  shows: { screen: 'conversation' },
  steps: [{ press: 'sms-window details-open' }, { see: 'sms-window details' }],
});
