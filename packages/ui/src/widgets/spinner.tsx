import { part } from '../parts';

/** A turning ring, hidden from screen readers: say in words what is going on. */
export function Spinner() {
  return <span className="b-spinner" part={part('spinner')} aria-hidden="true" />;
}
