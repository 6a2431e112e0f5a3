import { viewOf } from '@baton/ui/dom';
import { ancestorsOf } from '../page/tree';

/** Whether an at-rule such as `@media (width < 45em)` holds for an element. */
export function holds(condition: string, element: Element): boolean {
  const [, name = '', query = ''] = /^@(\w+)\s*(.*)$/s.exec(condition) ?? [];
  if (name === 'media') return viewOf(element).matchMedia(query).matches;
  if (name === 'supports') return CSS.supports(query);
  return name === 'container' && isContained(query, element);
}

/** No interface of the browser answers container queries. Read here are sizes in px, joined by `and`; no other one holds. */
function isContained(query: string, element: Element): boolean {
  const [, name = '', features = ''] = /^([\w-]*)\s*(\(.*)$/s.exec(query) ?? [];
  const size = containerOf(element, name);
  if (size === undefined) return false;
  return features.split(/\band\b/).every((feature) => {
    const [, limit, axis, sign, px] =
      /^\(\s*(?:(min-|max-))?([\w-]+)\s*(<=|>=|<|>|:)\s*([\d.]+)px\s*\)$/.exec(feature.trim()) ?? [];
    const length = axis === undefined ? undefined : size[axis];
    if (length === undefined || sign === undefined) return false;
    const compare = sign === ':' ? (limit === 'min-' ? '>=' : '<=') : sign;
    const other = Number(px);
    return length === other ? compare.endsWith('=') : length < other === compare.startsWith('<');
  });
}

/** The size of the nearest container, by the names that queries have for its axes. */
function containerOf(element: Element, name: string): Readonly<Record<string, number>> | undefined {
  for (const ancestor of ancestorsOf(element)) {
    if (ancestor === element) continue;
    const style = viewOf(ancestor).getComputedStyle(ancestor);
    if (style.containerType === 'normal' || (name !== '' && !style.containerName.split(' ').includes(name))) continue;
    const [width, height] = [Number.parseFloat(style.width), Number.parseFloat(style.height)];
    const isUpright = style.writingMode.startsWith('vertical');
    const [inline, block] = isUpright ? [height, width] : [width, height];
    return { width, height, 'inline-size': inline, 'block-size': block };
  }
  return undefined;
}
