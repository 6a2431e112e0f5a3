import { useRef, useState } from 'react';
import { ActionButton, onDemand, useActionKeys, useDesktop, useOnDemand } from '@baton/module-kit';
import type { Action } from '@baton/module-kit';
import { ErrorState, MessageIcon } from '@baton/ui';
import { part } from '../parts';
import { useTexts } from '../texts';

const code = onDemand(() => import(/* webpackChunkName: "new-text" */ './new-text-dialog'));

/** Where the agent begins a conversation: a button, and what it opens, whose code is fetched on demand. */
export function NewText() {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const isOffered = useDesktop(({ capabilities }) => capabilities?.startInteraction === true);
  const [isOpen, setOpen] = useState(false);
  const action: Action = {
    id: 'newText',
    label: t('shortcut.sms.new'),
    icon: MessageIcon,
    command: 'sms.new',
    perform: () => setOpen(true),
  };
  // The list may be hidden, as in a narrow window; what is opened in it would be, too.
  useActionKeys(isOffered ? [action] : none, () => place.current?.checkVisibility() === true);
  return (
    isOffered && (
      <div ref={place} className="interactions-new">
        <ActionButton action={action} size="sm" part={part('new-text-open')} />
        {isOpen && <LoadedDialog onClose={() => setOpen(false)} />}
      </div>
    )
  );
}

const none = [] as const;

function LoadedDialog({ onClose }: { onClose(): void }) {
  const { t } = useTexts();
  const dialog = useOnDemand(code);
  if (dialog.state === 'ready') return <dialog.code.NewTextDialog onClose={onClose} />;
  return dialog.state === 'failed' && <ErrorState title={t('newText.failed')} onRetry={dialog.retry} />;
}
