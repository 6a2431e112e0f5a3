import { MyMessages } from './my-messages/my-messages';
import { Previews } from './previews/previews';

/**
 * One of the module's views: My Messages (`messages`), the incoming interactions in the place that the
 * host gives them (`previews`, the default), or pinned to the corner of the page (`overlay`).
 */
export function Notifications({ view }: { view?: string }) {
  return view === 'messages' ? <MyMessages /> : <Previews pinned={view === 'overlay'} />;
}
