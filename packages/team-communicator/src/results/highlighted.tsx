import { highlight } from '../search/highlight';
import { part } from '../parts';

/** A name in which the parts that match the query are marked. */
export function Highlighted({ name, query }: { name: string; query: string }) {
  return highlight(name, query).map(({ text, matched }, index) =>
    matched ? (
      <mark key={index} className="tc-mark" part={part('match')}>
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}
