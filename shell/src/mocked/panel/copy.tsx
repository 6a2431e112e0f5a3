import { useEffect, useRef, useState } from 'react';
import { Button, CopyIcon, SentIcon, copyText, useCommand } from '@baton/ui';

/** Makes a text and copies it. Where the browser does not let it, shows the text to copy by hand. */
export function Copy({ label, make }: { label: string; make(): Promise<string> }) {
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState<string>();

  const { busy, run } = useCommand(async () => {
    const text = await make();
    const done = await copyText(text);
    setCopied(done);
    if (!done) setShown(text);
  });

  return (
    <>
      <Button size="sm" icon={copied ? SentIcon : CopyIcon} busy={busy} onClick={run} onBlur={() => setCopied(false)}>
        {label}
      </Button>
      <span className="b-visually-hidden" role="status">
        {copied && 'Copied'}
      </span>
      {shown !== undefined && <ToCopy text={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}

function ToCopy({ text, onClose }: { text: string; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    dialog.current?.showModal();
    field.current?.select();
  }, []);

  return (
    <dialog ref={dialog} className="b-dialog" aria-labelledby="to-copy" onClose={onClose}>
      <h2 className="b-dialog-title" id="to-copy">
        The browser did not copy it
      </h2>
      <p>Copy it from here.</p>
      <textarea ref={field} className="copied-text" aria-labelledby="to-copy" readOnly value={text} />
      <div className="b-dialog-actions">
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
    </dialog>
  );
}
