import { useHost } from '@baton/module-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTargetAvailability } from './use-target-availability';

const renewEveryMs = 15_000;

/** Where the backend gives presence only on request, reads the lists again: at once, and regularly while they are shown. */
export function useRenewal(): void {
  const { clock } = useHost();
  const queries = useQueryClient();
  const onRequest = useTargetAvailability() === 'onRequest';

  useEffect(() => {
    if (!onRequest) return undefined;
    let cancel: () => void;
    const renew = () => {
      void queries.refetchQueries({ type: 'active' }, { cancelRefetch: false });
      cancel = clock.setTimeout(renew, renewEveryMs);
    };
    renew();
    return () => cancel();
  }, [clock, queries, onRequest]);
}
