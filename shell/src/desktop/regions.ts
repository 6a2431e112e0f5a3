/** The desktop's regions in the order in which F6 visits them. */
const regionOrder = ['top', 'incoming', 'rail', 'sms', 'details', 'team'] as const;

/** Attribute by which a region's element is found. */
const regionAttribute = 'data-region';

/**
 * Moves focus to the next region (or the previous one), round and round,
 * leaving out those that are hidden. Focus lands on the region itself.
 */
export function cycleRegions(root: ParentNode, step: 1 | -1): void {
  const regions = regionOrder
    .map((name) => root.querySelector<HTMLElement>(`[${regionAttribute}="${name}"]`))
    .filter((element) => element !== null)
    .filter(isShown);
  if (regions.length === 0) return;
  const current = regions.findIndex((element) => element.contains(document.activeElement));
  const next = current === -1 && step === -1 ? regions.length - 1 : (current + step + regions.length) % regions.length;
  regions[next]?.focus();
}

/** Whether focus can go to an element. */
function isShown(element: HTMLElement): boolean {
  return element.closest('[inert], [hidden]') === null && element.getClientRects().length > 0;
}
