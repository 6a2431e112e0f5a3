import { useDesktop, useHost } from '@baton/module-kit';
import { isPrivileged } from '@baton/desktop';

/** Which answers the agent's role allows. */
export function useAllowedAnswers(): { accept: boolean; reject: boolean } {
  const { privileges } = useHost();
  return {
    accept: useDesktop((state) => isPrivileged('accept', state, privileges)),
    reject: useDesktop((state) => isPrivileged('reject', state, privileges)),
  };
}
