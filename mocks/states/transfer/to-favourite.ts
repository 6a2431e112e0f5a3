import { defineState } from '../state';

export const toFavourite = defineState({
  id: 'to-favourite',
  title: 'The short way to a favourite',
  description: 'Ana has opened the menu of her favourites beside Transfer..',
  shows: { screen: 'searching' },
  steps: [{ press: 'sms-window transfer-favourites' }, { see: 'sms-window menu' }],
});
