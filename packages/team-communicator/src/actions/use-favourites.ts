import { useDesktop, useHost } from '@baton/module-kit';
import { targetKey } from '@baton/contracts';
import type { Target, TargetKey } from '@baton/contracts';
import { useEffect, useMemo, useState } from 'react';
import { refOf } from './ref-of';

export interface Favourites {
  has(target: Target): boolean;
  /** Shows the change at once; calls `onRefused` and takes it back when the contact centre refuses. */
  toggle(target: Target, onRefused: (wanted: boolean) => void): Promise<void>;
}

/** The agent's favourites, with what was just asked for already in them. `undefined` when the contact centre keeps none. */
export function useFavourites(): Favourites | undefined {
  const { commands } = useHost();
  const supported = useDesktop((state) => state.capabilities?.favourites === true);
  const known = useDesktop((state) => state.favourites);
  const keys = useMemo(() => new Set(known.map(targetKey)), [known]);
  const [wishes, setWishes] = useState<ReadonlyMap<TargetKey, boolean>>(new Map());

  // Once the contact centre says the same, it is no wish any more.
  useEffect(() => {
    setWishes((before) => {
      const open = [...before].filter(([key, wanted]) => keys.has(key) !== wanted);
      return open.length === before.size ? before : new Map(open);
    });
  }, [keys]);

  if (!supported) return undefined;
  const has = (target: Target) => wishes.get(targetKey(target)) ?? keys.has(targetKey(target));

  return {
    has,
    async toggle(target, onRefused) {
      const key = targetKey(target);
      const wanted = !has(target);
      setWishes((before) => new Map(before).set(key, wanted));
      const input = { target: refOf(target) };
      const taken = await (wanted ? commands.saveFavourite(input) : commands.removeFavourite(input));
      if (taken.ok) return;
      setWishes((before) => new Map([...before].filter(([other]) => other !== key)));
      onRefused(wanted);
    },
  };
}
