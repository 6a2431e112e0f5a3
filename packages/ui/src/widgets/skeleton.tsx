import { part } from '../parts';

/**
 * The outline of content that is being loaded. Hidden from screen readers: put `aria-busy` on the container. `width` is in
 * percent of the container.
 */
export function Skeleton({ shape = 'bar', width = 100 }: { shape?: 'bar' | 'circle'; width?: number }) {
  return shape === 'circle' ? (
    <span className="b-skeleton b-skeleton-circle" part={part('skeleton')} aria-hidden="true" />
  ) : (
    <span className="b-skeleton" part={part('skeleton')} aria-hidden="true" style={{ inlineSize: `${width}%` }} />
  );
}
