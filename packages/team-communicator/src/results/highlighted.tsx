import { highlight } from '../search/highlight';
import { part } from '../parts';

/** A name with what the agent typed marked in it. */
export function Highlighted({ name, query }: { name: string; query: string }) {
  return highlight(name, query).map(({ text, matched }, index) =>
    matched ? (
      <mark key={index} className="tc-mark" part={part('match')}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
