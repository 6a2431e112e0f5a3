import { CloseIcon, IconButton } from '@baton/ui';
import { useCallback, useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Panel, Purpose } from '../opening/panel';
import { useTexts } from '../texts';
import { Finder } from './finder';
import { useKeysForSearch } from './use-keys-for-search';
import { part } from '../parts';

interface PanelViewProps {
  panel: Panel;
  purpose: Purpose;
  /** How often the agent has asked for the panel; 0 when they do something else by now. */
  calls: number;
}

/** The open panel: title, close button, and the finder. */
export function PanelView({ panel, purpose, calls }: PanelViewProps) {
  const { t } = useTexts();
  const titleId = useId();
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');

  // Before paint, because the agent may type at once.
  useLayoutEffect(() => {
    if (calls === 0) return;
    search.current?.focus();
    search.current?.select();
  }, [calls]);

  const attach = useCallback(
    (element: HTMLElement | null) => {
      panel.attach(element);
      return () => panel.attach(null);
    },
    [panel],
  );

  const forSearch = useKeysForSearch(search);

  function onKeyDown(event: KeyboardEvent): void {
    forSearch.onKeyDown(event);
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (text === '') panel.dismiss();
    else setText('');
  }

  return (
    <div
      ref={attach}
      className="tc-panel"
      part={part('panel')}
      role="group"
      aria-labelledby={titleId}
      // Safari does not focus a pressed button: focus goes to the panel instead, so that it still gets keys.
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onMouseDown={forSearch.onMouseDown}
    >
      <div className="tc-header" part={part('header')}>
        <h2 id={titleId} className="tc-title" part={part('title')}>
          {t(purpose.for === 'transfer' ? 'team.titleTransfer' : 'team.title')}
        </h2>
        <IconButton part={part('close')} icon={CloseIcon} label={t('common.close')} onClick={panel.dismiss} />
      </div>
      <Finder panel={panel} purpose={purpose} text={text} onText={setText} search={search} />
    </div>
  );
}
