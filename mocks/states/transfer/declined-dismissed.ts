import { dismissedAfter } from '../dismissed-after';
import { declined } from './declined';

export const declinedDismissed = dismissedAfter(declined, 'declined dismissed');
