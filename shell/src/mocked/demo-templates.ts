import type { TextTemplate } from '@baton/contracts';

/** Templates of the demo, in English whatever the language of the page: they are words for the demo's customers. */
export const demoTemplates: readonly TextTemplate[] = [
  { id: 'demo-greeting', name: 'Greeting', text: 'Hello {customer}, this is {agent}. How can I help?' },
  { id: 'demo-moment', name: 'One moment', text: 'One moment please, I am looking into it.' },
  { id: 'demo-order', name: 'Order number', text: 'Could you send me the number of your order, please?' },
  {
    id: 'demo-parcel',
    name: 'Parcel on its way',
    text: 'Your parcel {parcel} is on its way. It should come by {day}.',
  },
  { id: 'demo-refund', name: 'Refund', text: 'We have sent back {amount}. It takes three to five days.' },
  { id: 'demo-farewell', name: 'Farewell', text: 'You are welcome, {customer}. Have a good day!' },
];
