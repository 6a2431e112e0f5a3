import { DetailsView } from './details/details';
import { Interactions } from './interactions/interactions';
import { SmsWindow } from './window/sms-window';

/**
 * One of the module's views: the window of the conversation in front (the default), all conversations (`interactions`),
 * or what is known of the one on screen (`details`).
 */
export function Views({ view }: { view?: string | undefined }) {
  if (view === 'interactions') return <Interactions />;
  return view === 'details' ? <DetailsView /> : <SmsWindow />;
}
