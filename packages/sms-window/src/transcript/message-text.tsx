import { useContext } from 'react';
import { useHost } from '@baton/module-kit';
import { MarksContext } from '../find/marks';
import { useTexts } from '../texts';
import { findLinks } from './links';

interface MessageTextProps {
  text: string;
  /** The message's place in the record; none while it is in the outbox. */
  index: number | undefined;
}

/** The text of a message, with clickable links. Made of React elements, so that nothing in it becomes markup. */
export function MessageText({ text, index }: MessageTextProps) {
  const { navigate } = useHost().adapters;
  const { t } = useTexts();
  const marks = useContext(MarksContext);
  const pieces = findLinks(text);
  const plain = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text));
  const words = marks && index !== undefined ? marks.draw(plain, index === marks.current) : plain;
  return (
    <div className="sms-text" dir="auto" translate="no">
      {pieces.map((piece, at) =>
        typeof piece === 'string' ? (
          <span key={at}>{words[at]}</span>
        ) : (
          <a
            key={at}
            // Addresses run from left to right, whatever the text around them does.
            dir="ltr"
            href={piece.url.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            onClick={(event) => {
              event.preventDefault();
              navigate(piece.url);
            }}
          >
            <span>{words[at]}</span>
            {piece.host !== undefined && <span>{` ${t('sms.link.host', { host: piece.host })}`}</span>}
          </a>
        ),
      )}
    </div>
  );
}
