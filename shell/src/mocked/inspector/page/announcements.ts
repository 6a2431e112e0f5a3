import { isElement } from '@baton/ui/dom';
import { wordsOf } from '../element/words';
import { ancestorsOf, shownIn } from './tree';

/** A text that screen readers say because a live region has changed. */
export interface Announcement {
  text: string;
  politeness: 'polite' | 'assertive';
  /** What kind of region says it: its role, or `aria-live`. */
  region: string;
  /** Whether the region came together with its text: most screen readers then say nothing, unless it is an alert. */
  cameWithText: boolean;
}

const politenessOfRole: Readonly<Record<string, 'polite' | 'assertive' | 'off'>> = {
  alert: 'assertive',
  status: 'polite',
  log: 'polite',
  timer: 'off',
  marquee: 'off',
};

const liveSelector = '[aria-live], [role="alert"], [role="status"], [role="log"], output';

/** What is said because of changes in a page. A region that is atomic is said as a whole, any other what is new in it. */
export function announcementsIn(records: readonly MutationRecord[]): Announcement[] {
  const changed = new Map<Element, Set<Node>>();
  const arrived = new Set<Element>();
  const note = (node: Node, holder: Element | null) => {
    const region = holder && regionOf(holder);
    if (region) changed.set(region, (changed.get(region) ?? new Set()).add(node));
  };
  for (const { type, target, addedNodes } of records) {
    if (type === 'characterData') note(target, target.parentElement);
    for (const node of addedNodes) {
      if (!node.isConnected) continue;
      const regions = isElement(node) ? [...shownIn(node)].filter((element) => element.matches(liveSelector)) : [];
      if (regions.length > 0) for (const region of regions) arrived.add(region);
      else note(node, node.parentElement ?? (isElement(target) ? target : null));
    }
  }
  return [
    ...[...changed].flatMap(([region, nodes]) => (arrived.has(region) ? [] : said(region, [...nodes], false))),
    // What a log holds from the beginning is there to be read, not said.
    ...[...arrived].flatMap((region) => (region.matches('[role="log"]') ? [] : said(region, [region], true))),
  ];
}

/** The live region that a change in an element belongs to: the nearest, unless it is switched off. */
function regionOf(element: Element): Element | undefined {
  for (const ancestor of ancestorsOf(element)) if (ancestor.matches(liveSelector)) return ancestor;
  return undefined;
}

function said(region: Element, nodes: readonly Node[], cameWithText: boolean): Announcement[] {
  const role = region.getAttribute('role') ?? (region.localName === 'output' ? 'status' : '');
  const politeness = region.getAttribute('aria-live') ?? politenessOfRole[role];
  if (politeness !== 'polite' && politeness !== 'assertive') return [];
  if (
    [...ancestorsOf(region)].some((ancestor) => ancestor.matches('[aria-hidden="true"], [inert], [aria-busy="true"]'))
  )
    return [];
  const isAtomic =
    region.getAttribute('aria-atomic') === 'true' ||
    (role !== 'log' && role !== '' && region.getAttribute('aria-atomic') !== 'false');
  const outermost = nodes.filter((node) => !nodes.some((other) => other !== node && other.contains(node)));
  const text = (isAtomic ? [region] : outermost).map(wordsOf).filter(Boolean).join(' ').trim();
  return text === ''
    ? []
    : [{ text, politeness, region: role || 'aria-live', cameWithText: cameWithText && role !== 'alert' }];
}
