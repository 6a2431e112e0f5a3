import { useHost } from '@baton/module-kit';
import { useTexts } from '../texts';
import { findLinks } from './links';

/** The text of a message, with clickable links. Made of React elements, so that nothing in it becomes markup. */
export function MessageText({ text }: { text: string }) {
  const { navigate } = useHost().adapters;
  const { t } = useTexts();
  return (
    <div className="sms-text" dir="auto" translate="no">
      {findLinks(text).map((piece, index) =>
        typeof piece === 'string' ? (
          <span key={index}>{piece}</span>
        ) : (
          <a
            key={index}
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
            {piece.host === undefined ? piece.text : `${piece.text} ${t('sms.link.host', { host: piece.host })}`}
          </a>
        ),
      )}
    </div>
  );
}
