import { defineState } from '../state';

export const moduleMissing = defineState({
  id: 'module-missing',
  title: 'A module does not come',
  description: 'The code of the SMS window could not be loaded; the rest of the desktop works.',
  shows: { screen: 'error' },
  missing: 'sms-window',
  steps: [{ see: 'shell failure' }],
});
