/** Something on screen, as a person who listens would name it. */
export interface Seen {
  readonly role: 'region' | 'group' | 'article';
  readonly name: string;
}

/** What is on screen in one document: the page, or a frame that holds a desktop. */
export interface SeenIn {
  /** The title of the frame; absent for the page itself. */
  readonly frame?: string;
  readonly seen: readonly Seen[];
}

const kinds = [
  ['region', 'section, [role="region"]'],
  ['group', '[role="group"]'],
  ['article', 'article, [role="article"]'],
] as const satisfies readonly (readonly [Seen['role'], string])[];

/** What has a name on screen, in the page and in the desktops that stand in frames of it; without the panel's own. */
export function whatIsSeen(page: Document, panel: Element): SeenIn[] {
  const frames = [...page.querySelectorAll('iframe')].flatMap((frame) =>
    frame.contentDocument === null ? [] : [{ frame: frame.title, seen: seenIn(frame.contentDocument) }],
  );
  return [{ seen: seenIn(page, panel) }, ...frames].filter(({ seen }) => seen.length > 0);
}

function seenIn(root: Document | ShadowRoot, apart?: Element): Seen[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element === apart) return [];
    const inside = element.shadowRoot === null ? [] : seenIn(element.shadowRoot);
    const kind = kinds.find(([, selector]) => element.matches(selector));
    const name = kind && isVisible(element) ? nameOf(element, root) : '';
    return kind === undefined || name === '' ? inside : [{ role: kind[0], name }, ...inside];
  });
}

/** By `aria-labelledby`, or `aria-label`; as browsers do, white space counts as one blank. */
function nameOf(element: Element, root: Document | ShadowRoot): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const named = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
  return (named.trim() === '' ? (element.getAttribute('aria-label') ?? '') : named).replaceAll(/\s+/g, ' ').trim();
}

function isVisible(element: Element): boolean {
  // Missing in test environments, which have no layout either.
  return !('checkVisibility' in element) || element.checkVisibility();
}
