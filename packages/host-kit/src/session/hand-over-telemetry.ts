import type {
  Clock,
  Invitation,
  InteractionTransfer,
  KeyValueStorage,
  PendingTransfer,
  Random,
  RequestingTransfer,
  TargetRef,
  Telemetry,
  UnknownTransfer,
} from '@baton/contracts';
import { backendNow, transferEnded } from '@baton/desktop';
import type { DispatchingStore } from '@baton/desktop';
import { safely } from '@baton/runtime';
import { inOneWindow } from '../adapters/one-window';
import { createTelemetryLog } from './telemetry-log';
import type { Entry } from './telemetry-log';
import { createTraceparent } from './traceparent';

export interface HandOverTelemetryOptions {
  /** Without an adapter nothing is measured or stored, but traces are made. */
  telemetry: Telemetry | undefined;
  /** Hashes ids. Without it no ids are reported. */
  hashId: ((id: string) => string) | undefined;
  store: DispatchingStore;
  storage: KeyValueStorage;
  clock: Clock;
  random: Random;
}

/** Reports what happens to transfers and invitations. */
export interface HandOverTelemetry {
  /** Reports a transfer that is about to be sent. Returns the traceparent to send with it. */
  requested(transfer: { interactionId: string; target: TargetRef; commandId: string }): string;
  /** Reports an answer to an invitation that the contact centre has taken from this window. */
  answered(invitation: Invitation, how: 'extended' | 'accepted' | 'declined'): void;
  stop(): void;
}

type Ended = Exclude<InteractionTransfer, PendingTransfer | RequestingTransfer | UnknownTransfer>;
type EndedInvitation = Extract<Invitation, { state: 'ended' }>;

/**
 * Reports each event once. What the agent does is reported by the window that acted, all else by one window of the
 * browser profile. The end of a transfer is reported on the device that started it: a log in the storage makes sure
 * that reloads and further windows neither lose nor repeat it.
 */
export function createHandOverTelemetry({
  telemetry,
  hashId,
  store,
  storage,
  clock,
  random,
}: HandOverTelemetryOptions): HandOverTelemetry {
  if (telemetry === undefined) {
    return { requested: () => createTraceparent(random), answered: () => undefined, stop: () => undefined };
  }
  const log = createTelemetryLog(storage);
  const now = () => backendNow(store.getState(), clock);
  const since = (at: number, end = now()) => Math.max(0, end - at);

  const hashed = <K extends string>(ids: Record<K, string>): Partial<Record<K, string>> => {
    const hashes: Partial<Record<K, string>> = {};
    for (const name in ids) {
      const hash: unknown = safely(() => hashId?.(ids[name]));
      if (typeof hash === 'string') hashes[name] = hash;
    }
    return hashes;
  };
  const aboutTransfer = ({ interactionId, target }: { interactionId: string; target: TargetRef }) => ({
    targetKind: target.kind,
    ...hashed({ interaction: interactionId, target: target.id }),
  });
  const aboutInvitation = ({ kind, interactionId }: Invitation) => ({
    kind,
    ...hashed({ interaction: interactionId }),
  });
  const traced = ({ traceparent }: { traceparent?: string | undefined }) =>
    traceparent === undefined ? {} : { traceparent };

  function reportEnd(transfer: Ended, { at, traceparent }: Entry) {
    const attributes = { ...aboutTransfer(transfer), durationMs: since(at, transfer.endedAt) };
    const trace = traced({ traceparent });
    switch (transfer.state) {
      case 'accepted':
        return telemetry?.emit({ name: 'baton.transfer.accepted', attributes, ...trace });
      case 'handedOver':
        return telemetry?.emit({ name: 'baton.transfer.handed_over', attributes, ...trace });
      case 'notAccepted':
        return telemetry?.emit({ name: 'baton.transfer.not_accepted', attributes, ...trace });
      case 'declined':
        return telemetry?.emit({ name: 'baton.transfer.declined', attributes, ...trace });
      case 'expired':
        return telemetry?.emit({ name: 'baton.transfer.expired', attributes, ...trace });
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

  function reportMissed(invitation: EndedInvitation) {
    const { outcome, offeredAt, endedAt } = invitation;
    if (outcome === 'accepted' || outcome === 'declined') return;
    const attributes = { ...aboutInvitation(invitation), durationMs: since(offeredAt, endedAt), reason: outcome };
    telemetry?.emit({ name: 'baton.preview.missed', attributes, ...traced(invitation) });
  }

  function reportShown(invitation: Invitation) {
    const { id, offeredAt } = invitation;
    if (log.find(id) !== undefined) return;
    inOneWindow(`telemetry.begin.${id}`, clock, () => {
      if (log.find(id) !== undefined) return;
      log.begin({ id, at: offeredAt, ...traced(invitation) });
      telemetry?.emit({ name: 'baton.preview.shown', attributes: aboutInvitation(invitation), ...traced(invitation) });
    });
  }

  /** Calls `report` once for an entry that began on this device and has not ended. */
  function reportOnce(id: string, report: (entry: Entry) => void) {
    const isOpen = (entry: Entry | undefined): entry is Entry => entry?.ended === false;
    if (!isOpen(log.find(id))) return;
    inOneWindow(`telemetry.end.${id}`, clock, () => {
      const entry = log.find(id);
      if (!isOpen(entry)) return;
      log.end(id);
      report(entry);
    });
  }

  let before = store.getState();
  const stop = store.subscribe(() => {
    const { shownTransfers: transfers, invitations } = store.getState();
    const { shownTransfers: oldTransfers, invitations: oldInvitations } = before;
    before = store.getState();
    for (const [id, transfer] of Object.entries(transfers)) {
      if (transfer !== oldTransfers[id] && transferEnded(transfer))
        reportOnce(transfer.commandId, (entry) => reportEnd(transfer, entry));
    }
    for (const [id, invitation] of Object.entries(invitations)) {
      if (invitation === oldInvitations[id]) continue;
      if (invitation.state === 'offered') reportShown(invitation);
      else if (invitation.state === 'ended') reportOnce(id, () => reportMissed(invitation));
    }
  });

  return {
    requested({ commandId, ...transfer }) {
      const attributes = aboutTransfer(transfer);
      const traceparent = telemetry.emit({ name: 'baton.transfer.requested', attributes }) ?? createTraceparent(random);
      log.begin({ id: commandId, at: now(), traceparent });
      return traceparent;
    },
    answered(invitation, how) {
      const attributes = { ...aboutInvitation(invitation), durationMs: since(invitation.offeredAt) };
      telemetry.emit({ name: `baton.preview.${how}`, attributes, ...traced(invitation) });
    },
    stop,
  };
}
