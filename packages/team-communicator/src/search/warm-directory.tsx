import { useDesktop } from '@baton/module-kit';
import { targetKinds } from '@baton/contracts';
import { useMemo } from 'react';
import { useResults } from './use-results';

/** Has the lists at hand before they are asked for, so that the panel opens with them; renews them when it has closed. */
export function WarmDirectory() {
  const capabilities = useDesktop((state) => state.capabilities);
  return capabilities && <Lists known={capabilities.targetKinds} />;
}

function Lists({ known }: { known: readonly (typeof targetKinds)[number][] }) {
  const kinds = useMemo(() => targetKinds.filter((kind) => known.includes(kind)), [known]);
  useResults('', kinds);
  return null;
}
