import { highlight } from '../search/highlight';

/** A name with what the agent typed marked in it. */
export function Highlighted({ name, query }: { name: string; query: string }) {
  return highlight(name, query).map(({ text, matched }, index) =>
    matched ? (
      <mark key={index} className="tc-mark">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
