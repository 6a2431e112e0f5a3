import { useDesktop } from '@baton/module-kit';
import { targetKinds } from '@baton/contracts';
import type { TargetKind } from '@baton/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useResults } from './use-results';

/**
 * Reads the lists before the panel opens, so that it opens with them, and reads them again after it has closed. Stays
 * mounted while the panel is `open`, so that requests under way serve the panel and are not repeated.
 */
export function WarmDirectory({ open }: { open: boolean }) {
  const capabilities = useDesktop((state) => state.capabilities);
  return capabilities && <Lists known={capabilities.targetKinds} open={open} />;
}

function Lists({ known, open }: { known: readonly TargetKind[]; open: boolean }) {
  const queries = useQueryClient();
  const kinds = useMemo(() => targetKinds.filter((kind) => known.includes(kind)), [known]);
  useResults('', kinds);

  useEffect(() => {
    if (!open) void queries.refetchQueries({ stale: true, type: 'active' }, { cancelRefetch: false });
  }, [queries, open]);

  return null;
}
