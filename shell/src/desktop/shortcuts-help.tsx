import { Fragment, useEffect, useRef } from 'react';
import { Button, describeBinding, bindings, useTexts } from '@baton/ui';
import type { HostContext } from '@baton/contracts';

/** Lists the key bindings that are in force. */
export function ShortcutsHelp({ context, onClose }: { context: HostContext; onClose(): void }) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog className="b-dialog" ref={dialog} aria-labelledby="shortcuts-title" onClose={onClose}>
      <h2 className="b-dialog-title" id="shortcuts-title">
        {t('shell.shortcuts.title')}
      </h2>
      {!context.preferences.get().shortcuts && <p>{t('shell.shortcuts.off')}</p>}
      <dl className="shortcuts-list">
        {bindings(context).map(({ id, keys }) => (
          <Fragment key={id}>
            <dt>{t(`shortcut.${id}`)}</dt>
            <dd>
              {keys === null ? t('shortcuts.none') : <kbd dir="ltr">{describeBinding(keys, context.platform)}</kbd>}
            </dd>
          </Fragment>
        ))}
      </dl>
      <div className="b-dialog-actions">
        <Button onClick={() => dialog.current?.close()}>{t('common.close')}</Button>
      </div>
    </dialog>
  );
}
