import { textFieldOf } from '@baton/ui/keys';

/**
 * Refuses files and links that are dropped where nothing takes them: browsers would open them in place of the desktop.
 */
export function refuseDrops(page: Document): void {
  for (const type of ['dragover', 'drop'] as const) page.addEventListener(type, refuse);
}

function refuse(event: DragEvent): void {
  const { dataTransfer } = event;
  if (event.defaultPrevented || dataTransfer === null) return;
  const isFile = dataTransfer.types.includes('Files');
  const isLink = dataTransfer.types.includes('text/uri-list') && textFieldOf(event) === undefined;
  if (!isFile && !isLink) return;
  event.preventDefault();
  dataTransfer.dropEffect = 'none';
}
