import { defineState } from '../state';

export const opening = defineState({
  id: 'opening',
  title: 'The desktop opens',
  description: 'The contact centre has not answered yet.',
  shows: { connection: 'opening' },
  network: { failures: [{ operation: 'openSession', how: 'hang' }] },
  steps: [{ see: 'shell spinner' }],
});
