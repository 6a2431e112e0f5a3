import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { isKnown, isKnownTarget, knownOr, targetKey } from '@baton/contracts';
import type { DesktopState, HostContext, KnownTarget, Target, TargetRef } from '@baton/contracts';
import { transferObstacle } from '@baton/desktop';
import type { TransferObstacle } from '@baton/desktop';
import { useDesktop, useHost, useSheet } from '@baton/module-kit';
import { Avatar, Button, Menu, menuSheet, useAnchored, useDismissOutside, useStore } from '@baton/ui';
import type { Placement, Texts } from '@baton/ui';
import { useTexts } from '../texts';
import type { TextId } from '../texts';
import { part } from '../parts';
import sheet from './favourites.css';
import type { FavouritesProps } from './favourites-button';

/**
 * The agent's favourites with what is known of them now. Where that cannot be read, they can be chosen all the same, and
 * the backend decides.
 */
export async function favouriteTargets(
  reads: HostContext['reads'],
  { favourites }: Pick<DesktopState, 'favourites'>,
): Promise<readonly KnownTarget[]> {
  const answer = await reads.favourites({});
  const targets: readonly Target[] = answer.ok ? answer.value.targets : favourites.map(unknownTarget);
  return targets.filter(isKnownTarget);
}

/** A menu of the agent's favourites, then a question that one press answers: no transfer starts with the first press. */
export function Favourites({ interaction, action, start, targets, anchor, menuStart, onClose }: FavouritesProps) {
  useSheet(menuSheet);
  const { agent, privileges } = useHost();
  const texts = useTexts();
  const [chosen, setChosen] = useState<string>();
  const live = useNewest(targets);
  const state = useDesktop((now) => now);
  const { t } = texts;

  const choices = live.map((target) => {
    const obstacle = transferObstacle(state, interaction.id, target, agent, privileges);
    const isShown = state.capabilities?.targetAvailability !== 'none';
    return {
      target,
      id: targetKey(target),
      presence: isShown && target.kind === 'agent' ? target.presence?.state : undefined,
      status: isShown ? statusText(target, texts) : undefined,
      reason: obstacle && reasonText(obstacle, target.name, interaction.contact.name, texts),
    };
  });
  const choice = choices.find(({ id }) => id === chosen);

  if (choice)
    return (
      <Confirm
        target={choice.target}
        status={choice.status}
        reason={choice.reason}
        customer={interaction.contact.name}
        anchor={anchor}
        onConfirm={() => {
          const { kind, id, name } = choice.target;
          onClose('stays');
          start({ kind, id, name });
        }}
        onClose={onClose}
      />
    );
  return (
    <Menu
      label={t('sms.transfer.favourites')}
      anchor={anchor}
      start={menuStart}
      items={[
        ...choices.map(({ target: { kind, name }, id, presence, status, reason }) => ({
          id,
          label: name,
          mark: <Avatar kind={kind} name={name} presence={presence} size="sm" />,
          reason,
          ...(status !== undefined && { note: status }),
          onChoose: () => setChosen(id),
        })),
        {
          id: 'find',
          label: t('transfer.findAnother'),
          separated: true,
          onChoose() {
            onClose('back');
            action.perform();
          },
        },
      ]}
      onDismiss={() => onClose('back')}
      onLeave={() => onClose('stays')}
    />
  );
}

const placement: Placement = { sides: ['below', 'above'], align: 'end', gap: 4 };

interface ConfirmProps {
  target: KnownTarget;
  status: string | undefined;
  /** Why the conversation cannot be transferred to the target any more. */
  reason: string | undefined;
  customer: string | undefined;
  anchor: HTMLElement;
  onConfirm(): void;
  onClose(focus: 'back' | 'stays'): void;
}

function Confirm({ target, status, reason, customer, anchor, onConfirm, onClose }: ConfirmProps) {
  useSheet(sheet);
  const { t } = useTexts();
  const id = useId();
  const dialog = useRef<HTMLDivElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  useAnchored(dialog, anchor, placement);
  useDismissOutside(dialog, anchor, (by) => onClose(by === 'press' ? 'back' : 'stays'));
  useLayoutEffect(() => confirm.current?.focus({ preventScroll: true }), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose('back');
  }

  return (
    <div
      ref={dialog}
      popover="manual"
      role="dialog"
      aria-labelledby={id}
      className="sms-confirm"
      part={part('transfer-confirm')}
      onKeyDown={onKeyDown}
    >
      <p id={id} className="sms-confirm-title">
        {t('sms.transfer.confirm', { customer, target: target.name })}
      </p>
      {(reason ?? status) !== undefined && <p className="sms-confirm-status">{reason ?? status}</p>}
      <div className="sms-confirm-buttons">
        <Button onClick={() => onClose('back')}>{t('sms.transfer.confirm.cancel')}</Button>
        <Button ref={confirm} variant="primary" disabledReason={reason} reasonOnScreen onClick={onConfirm}>
          {t('sms.transfer')}
        </Button>
      </div>
    </div>
  );
}

/** The newest values of targets. Renders again when one changes. */
function useNewest(targets: readonly KnownTarget[]): readonly KnownTarget[] {
  const { desktop } = useHost();
  const store = useMemo(() => {
    const keys = targets.map(targetKey);
    let last = targets;
    const newest = (target: KnownTarget) => {
      const value = desktop.targets.get(targetKey(target));
      return value && isKnownTarget(value) && value.version > target.version ? value : target;
    };
    return {
      getState() {
        const now = targets.map(newest);
        if (now.some((target, place) => target !== last[place])) last = now;
        return last;
      },
      subscribe: (listener: () => void) => desktop.targets.subscribe(keys, listener),
    };
  }, [desktop, targets]);
  return useStore(store, (value) => value);
}

/** A target of which only the name is known. */
function unknownTarget({ kind, id, name }: TargetRef): Target {
  const known = { id, name, version: 0, address: '', sms: { available: 'unknown' } } as const;
  switch (kind) {
    case 'agent':
    case 'agentGroup':
    case 'skill':
    case 'queue':
    case 'routingPoint':
      return { kind, ...known };
    default:
      return { kind, ...known };
  }
}

function statusText(target: KnownTarget, { t }: Texts<TextId>): string | undefined {
  if (target.kind !== 'agent') {
    const ready = target.figures?.ready;
    return ready === undefined ? undefined : t('sms.transfer.ready', { count: ready });
  }
  if (!target.presence) return undefined;
  const { state, reason } = target.presence;
  return state === 'notReady' && reason
    ? t('presence.notReadyReason', { reason })
    : t(`presence.${knownOr(state, 'unknown')}`);
}

/** The same words as for the contact centre's own refusal. */
function reasonText(
  obstacle: TransferObstacle,
  target: string,
  customer: string | undefined,
  { t }: Texts<TextId>,
): string {
  switch (obstacle.reason) {
    case 'connectionLost':
      return t('connection.needed');
    case 'gone':
    case 'ended':
      return t('transfer.failed.ended', { customer });
    case 'privilege':
      return t('privilege.transfer');
    case 'notAllowed':
      return t('sms.transfer.notAllowed');
    case 'kind':
      return t('transfer.failed.unsupported', { target });
    case 'noAgents':
    case 'noneReady':
      return t('transfer.failed.poolEmpty', { target });
    default:
      return t(`transfer.failed.${isKnown(obstacle.reason) ? obstacle.reason : 'unsupported'}`, { target });
  }
}
