import { isHtmlElement } from '@baton/ui';
import type { LifecycleProps } from '@baton/contracts';

/**
 * The element that a module is mounted into.
 * @throws when the host passes none, or something else
 */
export function elementOf(props: LifecycleProps): HTMLElement {
  const element = props.domElement ?? props.domElementGetter?.(props);
  if (isHtmlElement(element)) return element;
  throw new TypeError('Baton modules need an HTMLElement to stand in: pass domElement or domElementGetter.');
}
