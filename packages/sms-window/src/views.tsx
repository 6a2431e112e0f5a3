import { Interactions } from './interactions/interactions';
import { SmsWindow } from './window/sms-window';

/** One of the module's views: the window of the conversation in front (the default), or all conversations (`interactions`). */
export function Views({ view }: { view?: string | undefined }) {
  return view === 'interactions' ? <Interactions /> : <SmsWindow />;
}
