import { useState } from 'react';
import { useHost, useOnLeave } from '@baton/module-kit';
import { useAnnounce } from '@baton/ui';
import { useTexts } from '../texts';

/** What the agent has deleted and can still bring back. */
export interface Deletion {
  ids: readonly string[];
  remove(noticeIds: readonly string[]): void;
  undo(): void;
}

/**
 * Hides entries that the agent deletes, and deletes them for good when the list is left: until then all of them can be
 * brought back, without a time limit.
 */
export function useDeletion(): Deletion {
  const { commands } = useHost();
  const { t } = useTexts();
  const announce = useAnnounce();
  const [ids, setIds] = useState<readonly string[]>([]);
  useOnLeave(() => ids.length > 0 && commands.deleteNotices(ids));

  return {
    ids,
    remove(noticeIds) {
      const deleted = [...ids, ...noticeIds];
      setIds(deleted);
      announce(t('messages.deleted', { count: deleted.length }), { id: 'messages.deleted' });
    },
    undo() {
      setIds([]);
      announce(t('messages.undone', { count: ids.length }), { id: 'messages.deleted' });
    },
  };
}
