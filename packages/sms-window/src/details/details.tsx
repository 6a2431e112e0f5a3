import { useEffect, useId, useState } from 'react';
import type { Facts, Interaction } from '@baton/contracts';
import { onDemand, useDesktop, useHost, useOnDemand, useRetained } from '@baton/module-kit';
import { ErrorState } from '@baton/ui';
import { part } from '../parts';
import { useTexts } from '../texts';
import { useIsStarted } from './use-is-started';

const code = onDemand(() => import(/* webpackChunkName: "details" */ './facts'));

/** Below the window's header: what is known of its conversation, by code that is fetched on demand. */
export function Details({ interaction }: { interaction: Interaction }) {
  const { t } = useTexts();
  return (
    // It scrolls where the window is low.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="sms-details" part={part('details')} role="group" tabIndex={0} aria-label={t('details.title')}>
      <LoadedFacts interaction={interaction} />
    </div>
  );
}

/** The view `details`: the same in a place of the host, beside the window. The window then offers none. */
export function DetailsView() {
  const { t } = useTexts();
  const { bus } = useHost();
  const headingId = useId();
  const interaction = useOnScreen();
  const isStarted = useIsStarted(code.loaded() !== undefined);

  useEffect(() => {
    bus.emit('details.changed', { open: true });
    return () => bus.emit('details.changed', { open: false });
  }, [bus]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="sms-details-view" part={part('details')} role="group" tabIndex={0} aria-labelledby={headingId}>
      <h2 id={headingId} className="sms-details-heading">
        {t('details.title')}
      </h2>
      {interaction === undefined && <p className="sms-details-none">{t('sms.details.none')}</p>}
      {interaction && (isStarted ? <LoadedFacts interaction={interaction} /> : <Loading />)}
    </div>
  );
}

/** Whether a place of its own shows details. */
export function useDetailsElsewhere(): boolean {
  return useRetained('details.changed', isOpen);
}

const isOpen = (last: Facts['details.changed'] | undefined) => last?.open === true;
const idOf = (last: Facts['window.shown'] | undefined) => last?.interactionId ?? null;

function LoadedFacts({ interaction }: { interaction: Interaction }) {
  const { t } = useTexts();
  const facts = useOnDemand(code);
  if (facts.state === 'ready') return <facts.code.FactList interaction={interaction} />;
  if (facts.state === 'loading') return <Loading />;
  return <ErrorState title={t('sms.details.failed')} onRetry={facts.retry} />;
}

/** They come within a moment, so nothing is drawn that would go again. */
function Loading() {
  return <div aria-busy="true" />;
}

/** The conversation on screen, also while its window says who has taken it over. */
function useOnScreen(): Interaction | undefined {
  const shown = useRetained('window.shown', idOf);
  const live = useDesktop(({ interactions }) => (shown === null ? undefined : interactions[shown]));
  const [last, setLast] = useState(live);
  if (live !== undefined && live !== last) setLast(live);
  return live ?? (last?.id === shown ? last : undefined);
}
