import { defineState } from '../state';

export const atRest = defineState({
  id: 'at-rest',
  title: 'A desktop at rest',
  description: 'Ana has one conversation; nothing else is going on.',
  shows: { screen: 'rest', connection: 'live' },
});
