import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Button, MessageIcon, Text } from '@baton/ui';
import { useTexts } from '../texts';
import { part } from '../parts';

/** The sender's note: three lines of it, the rest on demand. */
export function Note({ agent, note }: { agent: string | undefined; note: string }) {
  const { t } = useTexts();
  const id = useId();
  const text = useRef<HTMLParagraphElement>(null);
  const [isWhole, setIsWhole] = useState(false);
  const [isCut, setIsCut] = useState(false);
  useLayoutEffect(() => {
    const element = text.current;
    if (element === null || isWhole) return undefined;
    const measure = () => setIsCut(element.scrollHeight > element.clientHeight);
    measure();
    // Test environments have no layout.
    const observer = 'ResizeObserver' in globalThis ? new ResizeObserver(measure) : undefined;
    observer?.observe(element);
    return () => observer?.disconnect();
  }, [note, isWhole]);
  return (
    <div className="preview-note" part={part('note')}>
      <MessageIcon size={14} />
      <p ref={text} id={id} className={isWhole ? undefined : 'preview-note-cut'}>
        <Text id="preview.note" values={{ agent, note }} />
      </p>
      {isCut && (
        <Button
          variant="quiet"
          size="sm"
          part={part('note-more')}
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setIsWhole(!isWhole)}
        >
          {t(isWhole ? 'preview.note.less' : 'preview.note.more')}
        </Button>
      )}
    </div>
  );
}
