import type { Highlight } from '../search/use-highlight';
import { part } from '../parts';

/** A name in which the parts that match the query are marked. */
export function Highlighted({ name, highlight }: { name: string; highlight: Highlight }) {
  return highlight(name).map(({ text, matched }, index) =>
    matched ? (
      <mark key={index} className="tc-mark" part={part('match')}>
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}
