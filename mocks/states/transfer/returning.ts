import { invitedToReturn } from '../invitation/invited-to-return';
import type { State } from '../state';

export const returning: State = {
  ...invitedToReturn,
  id: 'returning',
  title: 'Bianca returns the conversation',
  agent: 'bianca',
  shows: { transfer: 'none invited' },
};
