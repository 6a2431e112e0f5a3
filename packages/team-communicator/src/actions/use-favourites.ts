import { useDesktop, useHost } from '@baton/module-kit';
import { useCommand } from '@baton/ui';
import { targetKey } from '@baton/contracts';
import type { CommandTaken, Result, KnownTarget, TargetKey } from '@baton/contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Feedback } from '../panel/use-feedback';
import { useTexts } from '../texts';
import { refOf } from './ref-of';

export interface Favourites {
  has(target: KnownTarget): boolean;
  /** Shows the change at once, and reverts it with a message when the contact centre refuses. The last press counts. */
  toggle(target: KnownTarget): void;
}

/**
 * The agent's favourites, including changes that were requested and not confirmed yet. `undefined` when the contact
 * centre stores none.
 *
 * @param say shows a refusal; when the panel has closed meanwhile, the refusal goes to My Messages
 */
export function useFavourites(say: (severity: Feedback['severity'], text: string) => void): Favourites | undefined {
  const { bus, commands } = useHost();
  const { t } = useTexts();
  const supported = useDesktop((state) => state.capabilities?.favourites === true);
  const known = useDesktop((state) => state.favourites);
  const keys = useMemo(() => new Set(known.map(targetKey)), [known]);
  const [requested, setRequested] = useState<ReadonlyMap<TargetKey, boolean>>(new Map());
  /** The last request for each target, also when the answer to an earlier one is outstanding. */
  const last = useRef(new Map<TargetKey, boolean>());
  const open = useRef(true);

  useEffect(() => {
    open.current = true;
    return () => void (open.current = false);
  }, []);

  // Changes that the contact centre has confirmed.
  useEffect(() => {
    setRequested((before) => {
      const left = [...before].filter(([key, wanted]) => keys.has(key) !== wanted);
      return left.length === before.size ? before : new Map(left);
    });
  }, [keys]);

  const has = (target: KnownTarget) => requested.get(targetKey(target)) ?? keys.has(targetKey(target));

  const { run: ask } = useCommand(async (target: KnownTarget) => {
    const key = targetKey(target);
    const input = { target: refOf(target) };
    let wanted: boolean;
    let taken: Result<CommandTaken>;
    do {
      wanted = last.current.get(key) === true;
      taken = await (wanted ? commands.saveFavourite(input) : commands.removeFavourite(input));
    } while (last.current.get(key) !== wanted);
    if (taken.ok) return;
    setRequested((before) => new Map([...before].filter(([other]) => other !== key)));
    const refusal = t(wanted ? 'team.favourite.notAdded' : 'team.favourite.notRemoved', { name: target.name });
    if (open.current) say('problem', refusal);
    else void bus.request('notice.post', { severity: 'problem', title: refusal });
  }, targetKey);

  function toggle(target: KnownTarget): void {
    const key = targetKey(target);
    const wanted = !has(target);
    last.current.set(key, wanted);
    setRequested((before) => new Map(before).set(key, wanted));
    ask(target);
  }

  return supported ? { has, toggle } : undefined;
}
