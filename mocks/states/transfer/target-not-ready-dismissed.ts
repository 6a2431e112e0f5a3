import { dismissedAfter } from '../dismissed-after';
import { targetNotReady } from './target-not-ready';

export const targetNotReadyDismissed = dismissedAfter(targetNotReady, 'failed dismissed');
