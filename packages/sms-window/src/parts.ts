import { classNames } from '@baton/ui';
import type { PartNames, PartTable } from '@baton/ui';

/** What a host may style in the SMS window with `::part(name)`, besides the parts of the widgets. */
export const parts = {
  window: 'The whole window',
  header: 'Who the conversation is with, and what can be done with it',
  name: "The contact's name",
  meta: 'Number, channel and age under the name',
  actions: 'The buttons of the header',
  transfer: 'The button that transfers the conversation',
  return: 'The button that gives the conversation back to whoever handed it over',
  end: 'The button that ends the conversation',
  'host-action': 'A button of the host',
  banners: 'Banners above the transcript',
  'time-left': 'Seconds left, in a banner',
  transcript: 'What was said; it scrolls',
  message: 'One message with what belongs to it',
  'message-customer': 'kind of message: from the customer',
  'message-agent': 'kind of message: from an agent',
  'message-failed': 'state of a message: was not sent',
  bubble: 'The text of a message on its ground',
  picture: "A customer's picture in a message",
  'picture-dialog': 'The same picture in full size',
  'message-meta': 'Sender, time and delivery under a message',
  'message-status': 'How far a message has come',
  unsent: 'Why a message was not sent, and what can be done about it',
  event: 'A line about what happened to the conversation',
  day: 'The line before the first message of a day',
  unread: 'The line before the first message that was not seen',
  earlier: 'The button for older messages',
  new: 'The button that leads to messages which came in below',
  composer: 'Where the agent writes',
  box: 'The frame around text and Send',
  input: 'The text',
  send: 'The button that sends',
  hint: 'The line under the text: which key sends, or why nothing can be sent',
  'hint-obstacle': 'state of the hint: nothing can be sent',
  counter: 'How many SMS messages the text takes',
  'counter-long': 'state of the counter: many',
  ended: 'Stands in place of the composer when the conversation has ended',
} as const satisfies PartTable;

export const part: PartNames<typeof parts> = classNames;
