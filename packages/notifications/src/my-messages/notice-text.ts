import { isKnownNotice, knownOr } from '@baton/contracts';
import { declineReasonShown } from '@baton/module-kit';
import type { DesktopState, HostContext, Notice } from '@baton/contracts';
import type { Texts } from '@baton/ui';
import type { TextId } from '../texts';

/** What My Messages says of a notice. */
export interface NoticeText {
  title: string;
  help?: string | undefined;
}

/**
 * The text of a notice, from the catalogue by its kind. Hosts, broadcasts and services bring their own.
 *
 * @param capabilities of the backend; they say whether a transfer that nobody accepts leaves the conversation with its sender
 * @param host its labels are shown for reasons of declining
 */
export function noticeText(
  notice: Notice,
  { t }: Texts<TextId>,
  capabilities: DesktopState['capabilities'],
  host: Pick<HostContext, 'declining'>,
): NoticeText {
  if (!isKnownNotice(notice)) return { title: t('unknown.happened') };
  switch (notice.kind) {
    case 'transfer.accepted':
      return withHelp(notice.kind, { target: notice.acceptedBy.name, customer: notice.customer });
    case 'transfer.handedOver':
      return withHelp(notice.kind, { target: notice.target.name, customer: notice.customer });
    case 'transfer.declined': {
      const values = { target: notice.target.name, customer: notice.customer };
      const text = notAccepted(notice.kind, values);
      if (notice.reason === undefined) return text;
      const reason = declineReasonShown(host, notice.reason);
      return { ...text, title: t('transfer.declined.reason', { ...values, reason }) };
    }
    case 'transfer.expired':
    case 'transfer.notAccepted':
      return notAccepted(notice.kind, { target: notice.target.name, customer: notice.customer });
    case 'transfer.failed': {
      const { target, customer, reason, reference: ref = '' } = notice;
      const values = { target: target.name, customer, ref };
      // With a reference the backend refused the command, so that the conversation never left its sender.
      return reason === 'poolEmpty' && notice.reference === undefined
        ? notAccepted('transfer.failed.poolEmpty', values)
        : withHelp(`transfer.failed.${knownOr(reason, 'unknown')}`, values);
    }
    case 'transfer.received':
      return notice.from === undefined
        ? { title: t(notice.kind) }
        : withHelp(notice.kind, { source: notice.from.name, customer: notice.customer });
    case 'invitation.missed': {
      const status = notice.status && t(`presence.${knownOr(notice.status, 'unknown')}`);
      return {
        title: offerText(notice, notice.kind, 'preview.missed.inbound'),
        help: status ? t('messages.missed.status', { status }) : t('invitation.missed.helpUnchanged'),
      };
    }
    case 'invitation.withdrawn':
    case 'invitation.revoked':
      return { title: offerText(notice, notice.kind, 'preview.gone.inbound'), help: t(`${notice.kind}.help`) };
    case 'conversation.ended':
    case 'conversation.gone':
      return withHelp(notice.kind, { customer: notice.customer });
    // Without help: what to do without a connection is of no use to agents who read this later.
    case 'connection.lost':
    case 'connection.restored':
      return { title: t(notice.kind) };
    case 'draft.kept':
      return { title: t('draft.kept.help', { customer: notice.customer }) };
    case 'host':
      return { title: notice.title, help: notice.body };
    case 'broadcast': {
      const { from, text } = notice;
      const title = from === undefined ? t('messages.broadcast') : t('messages.broadcast.from', { agent: from });
      return { title, help: text };
    }
    case 'service': {
      const { service, text } = notice;
      const state = knownOr(notice.state, undefined);
      return { title: state ? t(`messages.service.${state}`, { service }) : t('unknown.happened'), help: text };
    }
  }

  /** The help says who has the conversation, which is known only of backends that return it to its sender. */
  function notAccepted(id: Helped<TextId>, values: Parameters<typeof t>[1]): NoticeText {
    return capabilities?.declineReturnsToSender === 'yes' ? withHelp(id, values) : { title: t(id, values) };
  }

  function withHelp(id: Helped<TextId>, values: Parameters<typeof t>[1]): NoticeText {
    return { title: t(id, values), help: t(`${id}.help`, values) };
  }

  /** Only transfers have a sender; routing offers new conversations without one. */
  function offerText(
    { from, customer }: { from?: { name: string } | undefined; customer?: string | undefined },
    transfer: TextId,
    inbound: TextId,
  ): string {
    return from === undefined ? t(inbound, { customer }) : t(transfer, { agent: from.name, customer });
  }
}

/** Ids of texts that have a `.help`. */
type Helped<Id> = Id extends `${infer Title}.help` ? Title & TextId : never;
