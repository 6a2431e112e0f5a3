import type { CentreSeed } from '../contact-centre';
import { ana, conversation, demoCentre } from '../scenarios/demo-data';
import { by } from './state';

/** Chen Wei has two conversations and Grace Kim has one; Ana has room for more of them. */
export function chensCentre(): Omit<CentreSeed, 'at'> {
  const demo = demoCentre({ ana: { capacity: 8 }, chen: { capacity: 8 } });
  return {
    ...demo,
    conversations: [
      ...demo.conversations,
      conversation(
        { name: 'Noor Haddad', digits: 140, ownerId: 'chen', queueId: 'delivery', segment: 'Gold' },
        [12, 'customer', 'The driver rang the wrong bell and left with my parcel.'],
        [5, 'customer', 'Could somebody please call him back?'],
      ),
      conversation({ name: 'Tom Ashby', digits: 141, ownerId: 'chen' }, [3, 'customer', 'Which card did you charge?']),
      conversation({ name: '陳美玲', digits: 142, ownerId: 'grace', priority: 'high' }, [7, 'customer', '我要退貨。']),
    ],
  };
}

/** Chen Wei invites Ana to one of his conversations. */
export const chenInvites = (interactionId: 'sms-140' | 'sms-141' = 'sms-140') =>
  by('chen', { type: 'startTransfer', interactionId, target: ana, note: 'Needs the driver’s number.' });

/** Grace Kim invites Ana to her conversation. */
export const graceInvites = () => by('grace', { type: 'startTransfer', interactionId: 'sms-142', target: ana });
