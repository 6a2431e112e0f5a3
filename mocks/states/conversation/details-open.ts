import { defineState } from '../state';

export const detailsOpen = defineState({
  id: 'details-open',
  title: 'Details of a conversation',
  description:
    'Number, queue, segment, priority and times, as far as they are known: in the side column, or below the header where the window is too narrow for it.',
  shows: { screen: 'conversation' },
  steps: [{ press: 'sms-window details-open', unless: 'sms-window details' }, { see: 'sms-window details' }],
});
