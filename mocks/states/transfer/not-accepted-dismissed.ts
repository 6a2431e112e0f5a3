import { dismissedAfter } from '../dismissed-after';
import { notAccepted } from './not-accepted';

export const notAcceptedDismissed = dismissedAfter(notAccepted, 'notAccepted dismissed');
