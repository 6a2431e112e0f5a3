import type { Notice } from '@baton/contracts';
import type { Texts } from '@baton/ui';
import type { TextId } from '../texts';

/** What My Messages says of a notice. */
export interface NoticeText {
  title: string;
  help?: string;
}

/** The words of a notice, made from the catalogue by its kind and names. A host's notice brings its own. */
export function noticeText({ kind, names, body }: Notice, texts: Texts<TextId>): NoticeText {
  // A name that the backend left out leaves a gap, never a broken screen.
  const values = {
    target: '',
    agent: '',
    customer: '',
    status: '',
    source: names.agent ?? '',
    ref: names.reference ?? '',
    ...names,
  };
  // Routing offers new conversations in nobody's name.
  const inbound = names.agent === undefined;
  switch (kind) {
    case 'host':
      return { title: names.title ?? '', help: body };
    case 'draft.kept':
      return { title: texts.t('draft.kept.help', values) };
    case 'invitation.missed':
      return {
        title: texts.t(inbound ? 'preview.missed.inbound' : kind, values),
        help: texts.t(
          names.status === undefined ? 'invitation.missed.helpUnchanged' : 'messages.missed.status',
          values,
        ),
      };
    case 'invitation.withdrawn':
    case 'invitation.revoked':
      return { title: texts.t(inbound ? 'preview.gone.inbound' : kind, values), help: texts.t(`${kind}.help`, values) };
    // What can be done meanwhile has no meaning to those who read it later.
    case 'connection.lost':
    case 'connection.restored':
      return { title: texts.t(kind) };
    default:
      return { title: texts.t(kind, values), help: texts.t(`${kind}.help`, values) };
  }
}
