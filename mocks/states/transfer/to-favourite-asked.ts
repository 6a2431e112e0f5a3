import { defineState } from '../state';

export const toFavouriteAsked = defineState({
  id: 'to-favourite-asked',
  title: 'Asked before a transfer to a favourite',
  description: 'Ana has chosen a favourite beside Transfer. The conversation is transferred when she confirms.',
  shows: { screen: 'searching' },
  steps: [
    { press: 'sms-window transfer-favourites' },
    { see: 'sms-window menu' },
    { press: 'sms-window menu-item' },
    { see: 'sms-window transfer-confirm' },
  ],
});
