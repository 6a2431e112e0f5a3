import { Text } from './text';

/** Maximum length of the note on a conversation, in UTF-16 code units. */
export const maxInteractionNoteLength = 4000;

/** What agents write down about a conversation. It stays with it, and the customer never sees it. */
export const InteractionNote = Text(maxInteractionNoteLength);
