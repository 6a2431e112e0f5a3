import type {
  Clock,
  Invitation,
  InteractionTransfer,
  KeyValueStorage,
  Random,
  TargetRef,
  Telemetry,
} from '@baton/contracts';
import { backendNow, transferEnded } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';
import { inOneWindow } from '../adapters/one-window';
import { hook } from '../hook';
import { createLedger } from './ledger';
import type { Entry } from './ledger';
import { createTraceparent } from './traceparent';

export interface MeasureOptions {
  /** Without one nothing is measured or kept; traces are made all the same. */
  telemetry: Telemetry | undefined;
  /** Makes ids unrecognisable; without it none are told. */
  hashId: ((id: string) => string) | undefined;
  store: DispatchingStore;
  storage: KeyValueStorage;
  clock: Clock;
  random: Random;
}

/** Measures hand-overs, on both sides. */
export interface Measures {
  /** A transfer is being asked for. Returns the traceparent that goes with it. */
  requested(transfer: { interactionId: string; target: TargetRef; commandId: string }): string;
  /** The contact centre has taken this window's answer to an invitation. */
  answered(invitation: Invitation, how: 'extended' | 'accepted' | 'rejected'): void;
  stop(): void;
}

type Ended = Extract<InteractionTransfer, { endedAt: number }>;
type EndedInvitation = Extract<Invitation, { state: 'ended' }>;

/**
 * Tells each once: what an agent does in the window that acted, what happens to
 * them in one window of the profile. A transfer's end belongs to the device that
 * asked for it, so that neither reloads nor further windows lose or repeat it.
 */
export function measureHandOvers({ telemetry, hashId, store, storage, clock, random }: MeasureOptions): Measures {
  if (telemetry === undefined) {
    return { requested: () => createTraceparent(random), answered: () => undefined, stop: () => undefined };
  }
  const ledger = createLedger(storage);
  const now = () => backendNow(store.getState(), clock);
  const since = (at: number, end = now()) => Math.max(0, end - at);

  const hashed = <K extends string>(ids: Record<K, string>): Partial<Record<K, string>> => {
    const told: Partial<Record<K, string>> = {};
    for (const name in ids) {
      const hash: unknown = hook(() => hashId?.(ids[name]));
      if (typeof hash === 'string') told[name] = hash;
    }
    return told;
  };
  const aboutTransfer = ({ interactionId, target }: { interactionId: string; target: TargetRef }) => ({
    targetKind: target.kind,
    ...hashed({ interaction: interactionId, target: target.id }),
  });
  const aboutInvitation = ({ kind, interactionId }: Invitation) => ({
    kind,
    ...hashed({ interaction: interactionId }),
  });
  const traced = ({ traceparent }: { traceparent?: string }) => (traceparent === undefined ? {} : { traceparent });

  function tellEnd(transfer: Ended, { at, traceparent }: Entry) {
    const attributes = { ...aboutTransfer(transfer), durationMs: since(at, transfer.endedAt) };
    const trace = traced({ traceparent });
    switch (transfer.state) {
      case 'accepted':
        return telemetry?.emit({ name: 'baton.transfer.accepted', attributes, ...trace });
      case 'declined':
        return telemetry?.emit({ name: 'baton.transfer.declined', attributes, ...trace });
      case 'expired':
        return telemetry?.emit({ name: 'baton.transfer.timed_out', attributes, ...trace });
      case 'cancelled':
        return telemetry?.emit({ name: 'baton.transfer.cancelled', attributes, ...trace });
      case 'failed':
      case 'refused':
        return telemetry?.emit({
          name: 'baton.transfer.failed',
          attributes: { ...attributes, reason: transfer.reason },
          ...trace,
        });
    }
  }

  function tellMissed(invitation: EndedInvitation) {
    const { outcome, offeredAt, endedAt } = invitation;
    if (outcome === 'accepted' || outcome === 'declined') return;
    const attributes = { ...aboutInvitation(invitation), durationMs: since(offeredAt, endedAt), reason: outcome };
    telemetry?.emit({ name: 'baton.preview.missed', attributes, ...traced(invitation) });
  }

  function shown(invitation: Invitation) {
    const { id, offeredAt } = invitation;
    if (ledger.find(id) !== undefined) return;
    inOneWindow(`telemetry.begin.${id}`, clock, () => {
      if (ledger.find(id) !== undefined) return;
      ledger.begin({ id, at: offeredAt, ...traced(invitation) });
      telemetry?.emit({ name: 'baton.preview.shown', attributes: aboutInvitation(invitation), ...traced(invitation) });
    });
  }

  /** Ends what has begun here, once. */
  function ended(id: string, tell: (entry: Entry) => void) {
    const isOpen = (entry: Entry | undefined): entry is Entry => entry?.ended === false;
    if (!isOpen(ledger.find(id))) return;
    inOneWindow(`telemetry.end.${id}`, clock, () => {
      const entry = ledger.find(id);
      if (!isOpen(entry)) return;
      ledger.end(id);
      tell(entry);
    });
  }

  let before = store.getState();
  const stop = store.subscribe(() => {
    const { transfers, invitations } = store.getState();
    const { transfers: oldTransfers, invitations: oldInvitations } = before;
    before = store.getState();
    for (const [id, transfer] of Object.entries(transfers)) {
      if (transfer !== oldTransfers[id] && transferEnded(transfer))
        ended(transfer.commandId, (entry) => tellEnd(transfer, entry));
    }
    for (const [id, invitation] of Object.entries(invitations)) {
      if (invitation === oldInvitations[id]) continue;
      if (invitation.state === 'offered') shown(invitation);
      else ended(id, () => tellMissed(invitation));
    }
  });

  return {
    requested({ commandId, ...transfer }) {
      const told = telemetry.emit({ name: 'baton.transfer.requested', attributes: aboutTransfer(transfer) });
      const traceparent = told ?? createTraceparent(random);
      ledger.begin({ id: commandId, at: now(), traceparent });
      return traceparent;
    },
    answered(invitation, how) {
      const attributes = { ...aboutInvitation(invitation), durationMs: since(invitation.offeredAt) };
      telemetry.emit({ name: `baton.preview.${how}`, attributes, ...traced(invitation) });
    },
    stop,
  };
}
