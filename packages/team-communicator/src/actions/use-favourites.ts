import { useDesktop, useHost } from '@baton/module-kit';
import { useCommand } from '@baton/ui';
import { targetKey } from '@baton/contracts';
import type { CommandTaken, Result, Target, TargetKey } from '@baton/contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Feedback } from '../panel/use-feedback';
import { useTexts } from '../texts';
import { refOf } from './ref-of';

export interface Favourites {
  has(target: Target): boolean;
  /** Shows the change at once; takes it back and says so when the contact centre refuses. The last wish holds. */
  toggle(target: Target): void;
}

/**
 * The agent's favourites, with what was just asked for already in them. `undefined` when the contact centre keeps none.
 *
 * @param say tells of a refusal; where the panel has closed meanwhile, My Messages does
 */
export function useFavourites(say: (severity: Feedback['severity'], text: string) => void): Favourites | undefined {
  const { bus, commands } = useHost();
  const { t } = useTexts();
  const supported = useDesktop((state) => state.capabilities?.favourites === true);
  const known = useDesktop((state) => state.favourites);
  const keys = useMemo(() => new Set(known.map(targetKey)), [known]);
  const [wishes, setWishes] = useState<ReadonlyMap<TargetKey, boolean>>(new Map());
  /** What was wanted last, also by a press before the answer to another. */
  const last = useRef(new Map<TargetKey, boolean>());
  const open = useRef(true);

  useEffect(() => {
    open.current = true;
    return () => void (open.current = false);
  }, []);

  // Once the contact centre says the same, it is no wish any more.
  useEffect(() => {
    setWishes((before) => {
      const left = [...before].filter(([key, wanted]) => keys.has(key) !== wanted);
      return left.length === before.size ? before : new Map(left);
    });
  }, [keys]);

  const has = (target: Target) => wishes.get(targetKey(target)) ?? keys.has(targetKey(target));

  const { run: ask } = useCommand(async (target: Target) => {
    const key = targetKey(target);
    const input = { target: refOf(target) };
    let wanted: boolean;
    let taken: Result<CommandTaken>;
    do {
      wanted = last.current.get(key) === true;
      taken = await (wanted ? commands.saveFavourite(input) : commands.removeFavourite(input));
    } while (last.current.get(key) !== wanted);
    if (taken.ok) return;
    setWishes((before) => new Map([...before].filter(([other]) => other !== key)));
    const refusal = t(wanted ? 'team.favourite.notAdded' : 'team.favourite.notRemoved', { name: target.name });
    if (open.current) say('problem', refusal);
    else void bus.request('notice.post', { severity: 'problem', title: refusal });
  }, targetKey);

  function toggle(target: Target): void {
    const key = targetKey(target);
    const wanted = !has(target);
    last.current.set(key, wanted);
    setWishes((before) => new Map(before).set(key, wanted));
    ask(target);
  }

  return supported ? { has, toggle } : undefined;
}
