import { useState } from 'react';
import { CopyIcon, SentIcon } from '../icons';
import { useTexts } from '../texts/texts-context';
import { useAnnounce } from '../hooks/announcer-context';
import { Button } from './button';

/**
 * Copies `text`. It is not there where the browser has no clipboard, as on a
 * plain-HTTP page of another machine: show the text so that it can be selected.
 */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState<string>();
  const { t } = useTexts();
  const announce = useAnnounce();
  if (!navigator.clipboard) return null;

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    setCopied(text);
    announce(t('common.copied'));
  }

  return (
    <Button variant="quiet" icon={copied === text ? SentIcon : CopyIcon} onClick={() => void copy()}>
      {label}
    </Button>
  );
}
