import { useDesktop } from '@baton/module-kit';
import { targetKinds } from '@baton/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useResults } from './use-results';

/**
 * Has the lists at hand before they are asked for, so that the panel opens with them, and renews them when it has
 * closed. Stands also while the panel is `open`: lists on their way go on for it, instead of being asked for anew.
 */
export function WarmDirectory({ open }: { open: boolean }) {
  const capabilities = useDesktop((state) => state.capabilities);
  return capabilities && <Lists known={capabilities.targetKinds} open={open} />;
}

function Lists({ known, open }: { known: readonly (typeof targetKinds)[number][]; open: boolean }) {
  const queries = useQueryClient();
  const kinds = useMemo(() => targetKinds.filter((kind) => known.includes(kind)), [known]);
  useResults('', kinds);

  useEffect(() => {
    if (!open) void queries.refetchQueries({ stale: true, type: 'active' }, { cancelRefetch: false });
  }, [queries, open]);

  return null;
}
