import { dismissedAfter } from '../dismissed-after';
import { accepted } from './accepted';

export const acceptedDismissed = dismissedAfter({ ...accepted, steps: [], opensAfterMs: 8000 }, 'accepted dismissed');
