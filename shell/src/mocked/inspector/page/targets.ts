import { isRoot, viewOf } from '@baton/ui/dom';
import { roleOf } from '../element/role';
import { boxOf, elementAt, isShown, shownIn } from './tree';
import type { Box } from './tree';

/** WCAG 2.2, 2.5.8 (AA): the least size of a target, or of the circle around it that is free of others. */
export const leastPx = 24;
/** WCAG 2.2, 2.5.5 (AAA), and what fingers need. */
const comfortablePx = 44;

/**
 * What is wrong with a target:
 * `tooSmall` fails WCAG 2.5.8; `spaced` is below 24 px, but nothing else is near; `inline` is below 24 px, as links in a
 * sentence may be; `small` is below 44 px.
 */
export type TargetFault = 'tooSmall' | 'spaced' | 'inline' | 'small';

export interface TargetProblem {
  element: Element;
  box: Box;
  fault: TargetFault;
}

const roles = new Set(
  'button checkbox combobox link menuitem menuitemcheckbox menuitemradio option radio searchbox slider spinbutton switch tab textbox treeitem'.split(
    ' ',
  ),
);

/** Whether people press it. */
export function isTarget(element: Element): boolean {
  return roles.has(roleOf(element) ?? '');
}

/** All targets of a page that are smaller than they should be, the worst first. */
export function targetProblems(page: Document, hits = isHitAt): TargetProblem[] {
  const targets = [...shownIn(page.documentElement)].flatMap(targetsIn);
  const order: readonly TargetFault[] = ['tooSmall', 'spaced', 'inline', 'small'];
  return targets
    .flatMap((target) => {
      const fault = faultOf(target, targets, hits);
      return fault === undefined ? [] : [{ ...target, fault }];
    })
    .sort((a, b) => order.indexOf(a.fault) - order.indexOf(b.fault));
}

type Target = Omit<TargetProblem, 'fault'>;

/** @param hits whether a press at a point of the window comes to an element */
function faultOf(target: Target, all: readonly Target[], hits: typeof isHitAt): TargetFault | undefined {
  const { element, box } = target;
  if (Math.min(box.width, box.height) >= comfortablePx) return undefined;
  if (!isUndersized(box) || reaches(element, hits)) return 'small';
  if (isInSentence(element)) return 'inline';
  return all.some((other) => other !== target && isNear(target, other)) ? 'tooSmall' : 'spaced';
}

/** Whether a box is below 24 px. A fraction less is rounding. */
export function isUndersized({ width, height }: Box): boolean {
  return Math.min(width, height) < leastPx - 0.05;
}

/** Whether the circle of 24 px around a target meets another target, or the circle of another small one. */
function isNear({ element, box }: Target, other: Target): boolean {
  if (element.contains(other.element) || other.element.contains(element)) return false;
  const [x, y] = centreOf(box);
  if (isUndersized(other.box)) {
    const [otherX, otherY] = centreOf(other.box);
    if (Math.hypot(x - otherX, y - otherY) < leastPx) return true;
  }
  const outside = (at: number, from: number, length: number) => Math.max(from - at, 0, at - from - length);
  const away = Math.hypot(outside(x, other.box.x, other.box.width), outside(y, other.box.y, other.box.height));
  return away < leastPx / 2;
}

const centreOf = ({ x, y, width, height }: Box) => [x + width / 2, y + height / 2] as const;

/** Whether presses 12 px beside the middle of a small box come to it all the same: by a label, or by padding of a part in it. */
function reaches(element: Element, hits: typeof isHitAt): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  const [middleX, middleY] = centreOf({ x, y, width, height });
  const far = leastPx / 2 - 0.5;
  return [
    [-far, 0],
    [far, 0],
    [0, -far],
    [0, far],
  ].every(([dx = 0, dy = 0]) => hits(element, middleX + dx, middleY + dy));
}

function isHitAt(element: Element, x: number, y: number): boolean {
  const hit = elementAt(element.ownerDocument, x, y);
  return hit !== null && (element.contains(hit) || (labelOf(element)?.contains(hit) ?? false));
}

function labelOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  if (!isRoot(root) || !('labels' in element)) return undefined;
  return [...root.querySelectorAll('label')].find(({ control }: { control: Element | null }) => control === element);
}

/** Targets that can be pressed: where a control is hidden behind its label, the label is what is pressed. */
function targetsIn(element: Element): Target[] {
  if (!isTarget(element) || element.matches(':disabled') || !isShown(element)) return [];
  const own = boxOf(element);
  const label = own.width > 1 && own.height > 1 ? undefined : labelOf(element);
  const box = label === undefined ? own : boxOf(label);
  return box.width > 1 && box.height > 1 ? [{ element, box }] : [];
}

/** Whether it is a link in a sentence, whose size the line decides. */
function isInSentence(element: Element): boolean {
  const around = element.parentElement;
  return (
    around !== null &&
    viewOf(element).getComputedStyle(element).display === 'inline' &&
    (around.textContent ?? '').trim().length > (element.textContent ?? '').trim().length
  );
}
