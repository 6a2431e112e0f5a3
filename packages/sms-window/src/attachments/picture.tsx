import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useSheet } from '@baton/module-kit';
import { CloseIcon, IconButton, balanced } from '@baton/ui';
import { part } from '../parts';
import { useTexts } from '../texts';
import sheet from './picture.css';

/** A customer's picture, small; it opens in full size. One that the browser cannot show is said. */
export function Picture({ name, url }: { name: string | undefined; url: string }) {
  const { t } = useTexts();
  const [hasFailed, setFailed] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useSheet(sheet);

  if (hasFailed) return <p>{t('sms.picture.failed')}</p>;
  const title = name ? balanced(name) : t('sms.picture');
  return (
    <>
      <button
        type="button"
        className="sms-picture-open"
        aria-label={t('sms.picture.open', { name: title })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <img className="sms-picture-small" src={url} alt="" loading="lazy" onError={() => setFailed(true)} />
      </button>
      {isOpen ? <FullPicture title={title} url={url} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** A native modal dialog: Esc and its button close it, and the focus goes back to where it was. */
function FullPicture({ title, url, onClose }: { title: string; url: string; onClose(): void }) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="b-dialog sms-picture-dialog"
      part={part('picture-dialog')}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <header className="sms-picture-header">
        <h2 id={titleId} className="sms-picture-title">
          <bdi translate="no">{title}</bdi>
        </h2>
        <IconButton icon={CloseIcon} label={t('common.close')} onClick={onClose} />
      </header>
      <img className="sms-picture-full" src={url} alt={title} />
    </dialog>
  );
}
