import type { Clock } from '@baton/contracts';
import { createTexts } from '@baton/ui/texts';
import catalogue from './messages/en-GB.json';

/** A page that nobody greets says so after this long, in milliseconds. */
const patienceMs = 3000;

/** Says, in a page that stands alone or with the wrong desktop, where it belongs. */
export function showNote(page: Document, clock: Clock): { show(): void; remove(): void } {
  const { t } = createTexts({ locale: 'en-GB', catalogues: [catalogue] });
  const root = page.createElement('main');
  root.className = 'baton-root frame-note';
  const title = page.createElement('h1');
  const help = page.createElement('p');
  title.textContent = t('frame.alone');
  help.textContent = t('frame.alone.help');
  root.append(title, help);

  const show = () => page.body.append(root);
  const stop = clock.setTimeout(show, patienceMs);
  return {
    show,
    remove() {
      stop();
      root.remove();
    },
  };
}
