import { useRetained } from '@baton/module-kit';
import type { Facts } from '@baton/contracts';

/** The interaction whose window is in front. */
export function useFront(): string | null {
  return useRetained('interaction.active', idOf);
}

const idOf = (last: Facts['interaction.active'] | undefined) => last?.interactionId ?? null;
