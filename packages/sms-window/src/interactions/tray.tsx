import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { InteractionTransfer } from '@baton/contracts';
import { transferEnded } from '@baton/desktop';
import { ActionButton, useDesktop, useHost, useSecondsLeft } from '@baton/module-kit';
import { shallowEqual, useCommand } from '@baton/ui';
import { part } from '../parts';
import { useTexts } from '../texts';
import type { Wording } from '../texts';
import { transferBanner } from '../transfer/transfer-banner';
import { transferContextOf } from '../transfer/transfer-context';
import { usePendingCommands } from '../transfer/use-pending-commands';
import { useTargetPick } from '../transfer/use-target-pick';
import type { Problem } from '../window/use-problem';
import { minutesAndSeconds } from './minutes-and-seconds';
import { useTray } from './use-tray';

/** All transfers of the agent that are under way, of whatever conversation. Nothing while there are none. */
export function Tray({ mayMove }: { mayMove: boolean }) {
  const { t } = useTexts();
  const [held, setHeld] = useState<string>();
  const transfers = useTray(mayMove, held);
  const hold = useCallback(
    (interactionId: string, isHeld: boolean) =>
      setHeld((before) => (isHeld ? interactionId : before === interactionId ? undefined : before)),
    [],
  );

  if (transfers.length === 0) return null;
  return (
    <section className="interactions-tray" part={part('tray')} aria-label={t('tray.title')}>
      <h3 className="interactions-heading" part={part('tray-heading')}>
        <span>{t('tray.title')}</span>
        <span className="interactions-summary">{t('tray.count', { count: transfers.length })}</span>
      </h3>
      {/* Safari takes the role from lists without bullets. */}
      <ul role="list">
        {transfers.map((transfer) => (
          <li key={transfer.interactionId}>
            <TrayRow transfer={transfer} onHold={hold} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One transfer: of whose conversation, to whom, how much time is left, where it stands, and what can be done. */
function TrayRow({
  transfer,
  onHold,
}: {
  transfer: InteractionTransfer;
  /** The row has to stay, because the agent is choosing someone else, or not any more. */
  onHold(interactionId: string, isHeld: boolean): void;
}) {
  const { interactionId } = transfer;
  const host = useHost();
  const { t } = useTexts();
  const nameId = useId();
  const region = useRef<HTMLDivElement>(null);
  const interaction = useDesktop(({ interactions }) => interactions[interactionId]);
  const [customer] = useState(interaction?.contact.name);
  const context = useDesktop((state) => transferContextOf(state, transfer, customer, false, host), shallowEqual);
  const { title, help, actions, countdownTo } = transferBanner(transfer, context);
  const pending = usePendingCommands(interactionId);
  const [failed, setFailed] = useState<{ problem: Problem; about: InteractionTransfer | undefined }>();
  // What has happened since then counts more.
  const problem = failed?.about === transfer ? failed.problem : undefined;
  const say = ({ id, values }: Wording) => t(id, values);

  function report(found: Problem | undefined) {
    if (!found) return;
    setFailed({ problem: found, about: host.desktop.getState().shownTransfers[interactionId] });
    const said = t('sms.banner.announce', { title: say(found.title), help: say(found.help) });
    host.adapters.announcer.announce(said, { priority: 'assertive' });
  }

  const cancellation = useCommand(async () => {
    if (transfer.state === 'pending') report(await pending.cancel(transfer));
  });
  const picking = useTargetPick(
    { id: interactionId },
    {
      onTarget(target, transferId) {
        region.current?.querySelector('button')?.focus();
        if (transferId !== undefined) void pending.redirect(transferId, target).then(report);
      },
      onDismissed: () => undefined,
      onFailed: () =>
        report({ title: { id: 'sms.transfer.pickFailed' }, help: { id: 'sms.transfer.pickFailed.help' } }),
    },
  );

  const { open, transferId, withdraw } = picking;
  const isReplaced = !transferEnded(transfer) && (transfer.state !== 'pending' || transfer.id !== transferId);
  const isOver = interaction === undefined || isReplaced;
  useEffect(() => {
    if (open && isOver) withdraw();
    onHold(interactionId, open && !isOver);
  }, [open, isOver, withdraw, onHold, interactionId]);

  const obstacle = context.connectionLost ? t('connection.needed') : undefined;
  const offered = {
    cancel: {
      id: 'cancel',
      label: t('tray.cancel'),
      obstacle,
      busy: cancellation.busy,
      perform: cancellation.run,
    },
    redirect: {
      id: 'redirect',
      label: t('transfer.redirect'),
      obstacle,
      perform: () => (open ? withdraw() : transfer.state === 'pending' && picking.ask(transfer.id)),
    },
  };

  return (
    <div ref={region} role="group" aria-labelledby={nameId} className="interactions-tray-row" part={part('tray-row')}>
      <div className="interactions-line">
        <bdi id={nameId} className="interactions-name" translate="no">
          {customer ?? t('name.unknown')}
        </bdi>
        <TimeLeft to={countdownTo} />
      </div>
      <p className="interactions-tray-title">{say(problem?.title ?? title)}</p>
      <div className="interactions-tray-actions">
        {actions.map((name) =>
          name === 'cancel' || name === 'redirect' ? (
            <ActionButton key={name} size="sm" action={offered[name]} />
          ) : null,
        )}
      </div>
      <p className="interactions-tray-help" part={part('tray-help')}>
        {(problem ? [problem.help] : help).map(say).join(' ')}
      </p>
    </div>
  );
}

function TimeLeft({ to }: { to: number | undefined }) {
  const { locale } = useHost();
  const seconds = useSecondsLeft(to ?? null);
  if (seconds === 0) return null;
  return (
    <span role="timer" className="interactions-time">
      {minutesAndSeconds(seconds, locale)}
    </span>
  );
}
