import { useSyncExternalStore } from 'react';
import { selectors } from '@baton/host-kit';
import type { ActiveInteraction } from '@baton/host-kit';
import { Avatar, EmptyState, useStore, useTexts } from '@baton/ui';
import type { HostContext } from '@baton/contracts';

/** The agent's interactions, one button each. */
export function Rail({
  context,
  active,
  onOpened,
}: {
  context: HostContext;
  active: ActiveInteraction;
  onOpened(): void;
}) {
  const { t } = useTexts();
  const interactions = useStore(context.desktop, selectors.activeInteractions);
  // Before anything is known, banner and window say so.
  const isKnown = useStore(context.desktop, ({ agent }) => agent !== undefined);
  const front = useSyncExternalStore(active.subscribe, active.get);

  return (
    <nav className="region-rail" data-region="rail" tabIndex={-1} aria-labelledby="rail-title">
      <h2 className="rail-title" id="rail-title" tabIndex={-1}>
        {t('interactions.title')}
      </h2>
      {isKnown && interactions.length === 0 && (
        <EmptyState title={t('shell.interactions.empty')} body={t('interactions.emptyHelp')} />
      )}
      <ul className="rail-list">
        {interactions.map(({ id, contact }) => (
          <li key={id}>
            <RailEntry
              context={context}
              interactionId={id}
              name={contact.name}
              current={id === front}
              onOpen={() => {
                active.open(id);
                onOpened();
              }}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function RailEntry({
  context,
  interactionId,
  name,
  current,
  onOpen,
}: {
  context: HostContext;
  interactionId: string;
  name: string | undefined;
  current: boolean;
  onOpen(): void;
}) {
  const { t } = useTexts();
  const line = useStore(context.desktop, (state) => {
    const transfer = selectors.transferOf(state, interactionId);
    if (transfer?.state === 'pending' || transfer?.state === 'requesting')
      return t('shell.interactions.transferring', { target: transfer.target.name });
    const last = state.conversations[interactionId]?.messages.findLast(
      (message) => message.kind === 'customer' || message.kind === 'agent',
    );
    if (last === undefined) return t('rail.noMessages');
    return last.kind === 'agent' ? t('rail.you', { text: last.text }) : last.text;
  });

  return (
    <button type="button" className="rail-entry" part="conversation" aria-current={current} onClick={onOpen}>
      <Avatar kind="agent" name={name ?? ''} />
      <span className="rail-entry-texts">
        <bdi className="rail-entry-name" translate="no">
          {name ?? t('name.unknown')}
        </bdi>
        <span className="rail-entry-line" dir="auto" translate="no">
          {line}
        </span>
      </span>
    </button>
  );
}
