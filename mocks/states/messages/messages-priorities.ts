import { defineState } from '../state';
import { broadcasts } from '../../scenarios/announcements';

export const messagesPriorities = defineState({
  id: 'messages-priorities',
  title: 'Messages of every priority',
  description: 'A team lead has written five times. The important message waits until Ana has confirmed it.',
  shows: { screen: 'messages' },
  played: broadcasts.map((notice, place) => [(place + 1) * 1000, { kind: 'notice', notice }]),
  opensAfterMs: 7000,
  steps: [{ press: 'notifications messages-button' }, { see: 'notifications notice-acknowledge' }],
});
