import { MyMessages } from './my-messages/my-messages';
import { Previews } from './previews/previews';

/** One of the module's two views: the incoming interactions, or My Messages. */
export function Notifications({ view }: { view?: string }) {
  return view === 'messages' ? <MyMessages /> : <Previews />;
}
