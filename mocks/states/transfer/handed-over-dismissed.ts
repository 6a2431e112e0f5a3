import { dismissedAfter } from '../dismissed-after';
import { handedOver } from './handed-over';

export const handedOverDismissed = dismissedAfter(handedOver, 'handedOver dismissed');
