import { useHost } from '@baton/module-kit';
import { useTexts } from '../texts';
import { findLinks } from './links';

/** What somebody wrote, with its links as links. Made of elements only: nothing in it is taken for markup. */
export function MessageText({ text }: { text: string }) {
  const { navigate } = useHost().adapters;
  const { t } = useTexts();
  return (
    <div className="sms-text" dir="auto">
      {findLinks(text).map((piece, index) =>
        typeof piece === 'string' ? (
          piece
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
            {piece.text}
            {piece.host === undefined ? null : ` ${t('sms.link.host', { host: piece.host })}`}
          </a>
        ),
      )}
    </div>
  );
}
