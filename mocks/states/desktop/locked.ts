import { anaTransfers, defineState } from '../state';

export const locked = defineState({
  id: 'locked',
  title: 'The desktop is locked',
  description: 'Ana has been away: customers are hidden and nothing can be answered until she unlocks it.',
  shows: { transfer: 'none invited', screen: 'readiness' },
  isLocked: true,
  played: [[1000, anaTransfers()]],
});
