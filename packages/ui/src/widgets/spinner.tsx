import { part } from '../parts';

/** A turning ring, for the eye only: say in words what is going on. */
export function Spinner() {
  return <span className="b-spinner" part={part('spinner')} aria-hidden="true" />;
}
