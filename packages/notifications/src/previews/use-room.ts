import { useDesktop } from '@baton/module-kit';

/** How many more conversations the agent may take; `Infinity` when the backend does not say. */
export function useRoom(): number {
  return useDesktop(({ agent, interactions }) => {
    const capacity = agent?.channels.find(({ channel }) => channel === 'sms')?.capacity;
    return capacity === undefined ? Infinity : Math.max(0, capacity - Object.keys(interactions).length);
  });
}
