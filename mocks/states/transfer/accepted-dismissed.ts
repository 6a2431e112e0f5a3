import { dismissedAfter } from '../dismissed-after';
import { accepted } from './accepted';

export const acceptedDismissed = dismissedAfter(accepted, 'accepted dismissed');
