import { dismissedAfter } from '../dismissed-after';
import { expired } from './expired';

export const expiredDismissed = dismissedAfter(expired, 'expired dismissed');
