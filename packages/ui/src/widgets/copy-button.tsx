import { useState } from 'react';
import { CopyIcon, SentIcon } from '../icons';
import { useTexts } from '../texts/texts-context';
import { Button } from './button';

/**
 * Copies `text` and then says so in its name. It is not there where the browser has no clipboard, as on a
 * plain-HTTP page of another machine: show the text so that it can be selected.
 */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState<string>();
  const { t } = useTexts();
  if (!navigator.clipboard) return null;

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  }

  return (
    <Button variant="quiet" icon={copied === text ? SentIcon : CopyIcon} onClick={() => void copy()}>
      {copied === text ? t('common.copied') : label}
    </Button>
  );
}
