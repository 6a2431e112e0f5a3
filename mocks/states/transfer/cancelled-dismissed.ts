import { dismissedAfter } from '../dismissed-after';
import { cancelled } from './cancelled';

export const cancelledDismissed = dismissedAfter(cancelled, 'cancelled dismissed');
