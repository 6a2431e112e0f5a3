import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/**
 * Looks for what is in sight by role and name, also in open shadow roots.
 *
 * @param {string} role
 * @param {string} name
 * @returns {import('./person').Seen} of the first one
 */
export function look(role, name) {
  const found = [...everything(document)].filter(
    (element) =>
      getRole(element) === role &&
      element.checkVisibility({ visibilityProperty: true }) &&
      computeAccessibleName(element) === name,
  );
  const [element] = found;
  if (element === undefined) return { count: 0, x: 0, y: 0, onTop: false, enabled: false, focused: false };

  const { left, top, width, height } = element.getBoundingClientRect();
  const x = Math.round(left + width / 2);
  const y = Math.round(top + height / 2);
  return {
    count: found.length,
    x,
    y,
    onTop: element.contains(element.getRootNode().elementFromPoint(x, y)),
    enabled: !element.matches(':disabled, [aria-disabled="true"]'),
    focused: element.matches(':focus'),
  };
}

/** Every element under a document or shadow root. */
function* everything(root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot !== null) yield* everything(element.shadowRoot);
  }
}
