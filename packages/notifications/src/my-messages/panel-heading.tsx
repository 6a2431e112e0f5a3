import { useEffect, useRef } from 'react';
import { part } from '../parts';

/** Heading of one of the panel's pages; takes focus when the page is turned to (MM-01). */
export function PanelHeading({ id, text }: { id: string; text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 id={id} ref={heading} className="messages-title" part={part('messages-title')} tabIndex={-1}>
      {text}
    </h2>
  );
}
