import type { News, TransferEnd } from '@baton/adapter-kit';
import type { KnownTargetRef } from '@baton/contracts';
import type { Context } from './context';

/** A transfer that the agent has begun in this window, and whose outcome is not known. */
export interface PendingTransfer {
  /** Its command. */
  id: string;
  interactionId: string;
  target: KnownTargetRef;
}

/** Transfers from this window. Workspace lists none: after a reload the desktop remembers them. */
export interface Transfers {
  of(interactionId: string): PendingTransfer | undefined;
  /** Notes one before Workspace is asked, since it may be over before the answer comes. */
  add(transfer: PendingTransfer): void;
  /** Workspace has taken it: the colleague is being asked. */
  begin(transfer: PendingTransfer): void;
  /** Forgets one that Workspace has refused. */
  drop(interactionId: string): void;
  /** Reports how one has ended, in the step of `news`. */
  end(interactionId: string, end: TransferEnd, news: News): void;
  /**
   * Workspace reports an error: of this command, or of this conversation, or, where it names neither, of the only pending
   * transfer. Rejected, timed out and absent are the same error.
   */
  notAccepted(commandId: string | undefined, interactionId: string | undefined): void;
  close(): void;
}

/** How long after the deadline to wait for an event before the conversation is looked up. */
const graceMs = 2_000;

/** @param reread reads which conversations the agent has; resolves to false if that is not known */
export function createTransfers({ options, clock, tell }: Context, reread: () => Promise<boolean>): Transfers {
  const pending = new Map<string, PendingTransfer & { begun: boolean; stop(): void }>();

  function drop(interactionId: string): void {
    pending.get(interactionId)?.stop();
    pending.delete(interactionId);
  }

  function say(transfer: PendingTransfer, news: News): void {
    const { id, interactionId, target } = transfer;
    const expiresAt = target.kind === 'agent' ? clock.now() + options.invitationTimeoutMs : null;
    news.transfer({ id, interactionId, target, commandId: id, expiresAt });
  }

  function fail(transfer: PendingTransfer): void {
    const isBegun = pending.get(transfer.interactionId)?.begun === true;
    drop(transfer.interactionId);
    tell((news) => {
      if (!isBegun) say(transfer, news);
      news.transferEnded(transfer.id, { state: 'notAccepted' });
    }, transfer.id);
  }

  /** No event has told the outcome: if the conversation is still the agent's, nobody has taken it. */
  async function lookUp(transfer: PendingTransfer): Promise<void> {
    const isKnown = await reread();
    if (isKnown && pending.get(transfer.interactionId)?.id === transfer.id) fail(transfer);
  }

  return {
    of: (interactionId) => pending.get(interactionId),
    add: (transfer) => void pending.set(transfer.interactionId, { ...transfer, begun: false, stop: () => undefined }),
    begin(transfer) {
      const known = pending.get(transfer.interactionId);
      if (known?.id !== transfer.id) return;
      const afterMs = options.invitationTimeoutMs + graceMs;
      pending.set(transfer.interactionId, {
        ...transfer,
        begun: true,
        stop: clock.setTimeout(() => void lookUp(transfer), afterMs),
      });
      tell((news) => say(transfer, news), transfer.id);
    },
    drop,
    end(interactionId, end, news) {
      const transfer = pending.get(interactionId);
      if (!transfer) return;
      drop(interactionId);
      if (!transfer.begun) say(transfer, news);
      news.transferEnded(transfer.id, end);
    },
    notAccepted(commandId, interactionId) {
      const all = [...pending.values()];
      const [only] = commandId === undefined && interactionId === undefined && all.length === 1 ? all : [];
      const transfer = all.find((one) => one.id === commandId || one.interactionId === interactionId) ?? only;
      if (transfer) fail(transfer);
    },
    close: () => pending.forEach(({ stop }) => stop()),
  };
}
