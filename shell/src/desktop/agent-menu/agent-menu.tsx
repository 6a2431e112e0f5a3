import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import {
  Button,
  PresenceGlyph,
  isElement,
  shallowEqual,
  useAnchored,
  useDismissOutside,
  useStore,
  useTexts,
} from '@baton/ui';
import type { Placement } from '@baton/ui';
import { AgentPanel } from './agent-panel';
import type { AgentPanelProps } from './agent-panel';
import { ownStatus, statusWords } from './own-status';
import { StatusTime } from './status-time';

const placement: Placement = { sides: ['below'], align: 'end', gap: 4 };

/** Who is signed in, how they stand and for how long. A press discloses all that concerns the agent. */
export function AgentMenu(props: Omit<AgentPanelProps, 'onClose'>) {
  const { context } = props.baton;
  const { t } = useTexts();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const agent = useStore(context.desktop, (state) => state.agent);
  const status = useStore(context.desktop, ownStatus, shallowEqual);
  const { busy, statusButton } = props.channelState;
  useAnchored(panel, anchor, placement);
  useDismissOutside(panel, anchor, () => setAnchor(null));

  if (agent === undefined) return null;
  const words = statusWords(status, t);

  function close() {
    anchor?.focus();
    setAnchor(null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== 'Escape' || event.defaultPrevented || !anchor || isInDialog(event.nativeEvent)) return;
    event.stopPropagation();
    close();
  }

  return (
    <div
      className="agent-menu"
      // In Safari a button that is pressed takes no focus: it stays in here all the same.
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <Button
        ref={statusButton}
        variant="quiet"
        className="agent-menu-button"
        part="agent-menu"
        busy={busy}
        aria-label={t('readiness', { name: agent.name, status: words })}
        aria-expanded={anchor !== null}
        aria-controls={anchor ? id : undefined}
        onClick={({ currentTarget }) => setAnchor(anchor ? null : currentTarget)}
      >
        <PresenceGlyph state={status.state} />
        <bdi className="agent-menu-name" translate="no">
          {agent.name}
        </bdi>
        <span className="agent-menu-status">{words}</span>
        <StatusTime context={context} since={status.since} until={status.until} />
      </Button>
      {anchor && (
        <div
          ref={panel}
          popover="manual"
          className="agent-panel"
          part="agent-panel"
          id={id}
          role="group"
          aria-label={agent.name}
        >
          <AgentPanel {...props} onClose={close} />
        </div>
      )}
    </div>
  );
}

/** A dialog that the menu has opened closes by the same key, and only it. */
function isInDialog(event: Event): boolean {
  return event.composedPath().some((place) => isElement(place) && place.localName === 'dialog');
}
