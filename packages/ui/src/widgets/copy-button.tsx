import { useState } from 'react';
import { copyText } from '../copy-text';
import { useCommand } from '../hooks/use-command';
import { CopyIcon, SentIcon } from '../icons';
import { part } from '../parts';
import { useTexts } from '../texts/texts-context';
import { Button } from './button';
import type { ButtonProps } from './button';

/**
 * Copies `text` and then says in its name whether that worked. If not, as in pages without HTTPS, it shows the text, to be
 * selected, unless that is `shown` already.
 */
export function CopyButton({
  text,
  label,
  shown = false,
  ...button
}: { text: string; label: string; shown?: boolean } & Pick<ButtonProps, 'size' | 'tabIndex'>) {
  const [last, setLast] = useState<{ text: string; copied: boolean }>();
  const { t } = useTexts();
  const outcome = last?.text === text ? last : undefined;

  const { busy, run } = useCommand(async () => setLast({ text, copied: await copyText(text) }));

  return (
    <>
      <Button {...button} variant="quiet" icon={outcome?.copied ? SentIcon : CopyIcon} busy={busy} onClick={run}>
        {outcome === undefined ? label : t(outcome.copied ? 'common.copied' : 'common.copyFailed')}
      </Button>
      {outcome?.copied === false && !shown && (
        <p className="b-copy-text" part={part('copy-text')} dir="auto" translate="no">
          {text}
        </p>
      )}
    </>
  );
}
