import { useDesktop, useNow } from '@baton/module-kit';
import { targetKey, targetKinds } from '@baton/contracts';
import type { Target } from '@baton/contracts';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { ActionMenu } from '../actions/action-menu';
import { useActionMenu } from '../actions/use-action-menu';
import { useFavourites } from '../actions/use-favourites';
import { useSubject } from '../actions/use-subject';
import { useTransfer } from '../actions/use-transfer';
import type { Panel, Purpose } from '../opening/panel';
import { ResultsGrid } from '../results/results-grid';
import { rowsIn } from '../results/rows-in';
import { useFreshness } from '../search/use-freshness';
import { useDebounced } from '../search/use-debounced';
import { useSkeleton } from '../search/use-elapsed';
import { useLiveSections } from '../search/use-live-sections';
import { useResults } from '../search/use-results';
import { useTexts } from '../texts';
import { LoadMore } from './load-more';
import { FailedResults, LoadingRows, MissingSections, NoResults } from './results-states';
import { SearchField } from './search-field';
import { StaleNotice } from './stale-notice';
import { StatusLine } from './status-line';
import { TypeFilter } from './type-filter';
import type { KindFilter } from './type-filter';
import { useFeedback } from './use-feedback';
import { usePendingEnter } from './use-pending-enter';
import { part } from '../parts';

const searchRest = 150;
const none = [] as const;

interface FinderProps {
  panel: Panel;
  purpose: Purpose;
  /** What is in the search field. */
  text: string;
  onText(text: string): void;
  search: RefObject<HTMLInputElement | null>;
}

/** Search field, filter, results and the Action Menu of a result. */
export function Finder({ panel, purpose, text, onText, search }: FinderProps) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<KindFilter>('all');
  const offered = useOfferedKinds(purpose);
  // What was chosen for another purpose may not be offered for this one.
  const filter = (offered.length > 1 && offered.find((kind) => kind === chosen)) || 'all';
  const kinds = useMemo(() => (filter === 'all' ? offered : [filter]), [filter, offered]);
  const wanted = text.trim();
  const query = useDebounced(wanted, searchRest);
  const results = useResults(query.value, kinds, purpose.for === 'transfer');
  const skeleton = useSkeleton(results.state === 'loading');
  const ready = results.state === 'ready' && !skeleton ? results : undefined;
  const settled = ready !== undefined && ready.current && query.value === wanted;
  const failed = results.state === 'failed' && !results.retrying && query.value === wanted;

  const grid = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);
  const { feedback, say } = useFeedback();
  const favourites = useFavourites(say);
  const subject = useSubject(purpose);
  const menu = useActionMenu(grid, search, subject);
  const { opened } = menu;
  const sections = useLiveSections(
    ready?.sections ?? none,
    ready?.current ? `${filter} ${query.value}` : undefined,
    held || opened !== undefined,
  );
  const targets = sections.flatMap((section) => section.targets);
  const inMenu = targets.find((target) => targetKey(target) === opened?.key);
  // The target went while its menu was open.
  useLayoutEffect(() => {
    if (opened && !inMenu) menu.close();
  });
  const question = useMemo(
    () => (failed ? undefined : { wanted, filter, purpose, subject }),
    [failed, wanted, filter, purpose, subject],
  );
  const pendingEnter = usePendingEnter(question, settled, () => {
    const [first] = targets;
    if (first && search.current) menu.open(first, search.current, 'first');
  });

  const now = useNow(10_000);
  const fresh = useFreshness(ready?.at ?? now, now);

  const transfer = useTransfer(panel, purpose);

  function sayCopied(copied: boolean, { address }: Target): void {
    if (copied) say('done', t('team.action.copied'));
    else say('problem', t('team.action.copyFailed', { address }));
  }

  return (
    <>
      <SearchField
        inputRef={search}
        value={text}
        onChange={onText}
        onDown={() => grid.current && rowsIn(grid.current)[0]?.focus()}
        onEnter={() => {
          query.settle();
          pendingEnter.press();
        }}
        onLeave={pendingEnter.forget}
      />
      {offered.length > 1 ? <TypeFilter kinds={offered} value={filter} onChange={setChosen} /> : null}
      <StatusLine
        wanted={wanted}
        filter={filter}
        settled={settled}
        failed={failed}
        total={ready?.total}
        loading={results.state === 'loading'}
        feedback={feedback}
      />
      <div className="tc-results" part={part('results')} aria-busy={!settled && !failed}>
        {fresh.level === 'live' ? null : <StaleNotice asOf={fresh.asOf} now={now} />}
        {skeleton ? <LoadingRows /> : null}
        {results.state === 'failed' && !skeleton ? <FailedResults results={results} /> : null}
        {ready ? <MissingSections missing={ready.missing} /> : null}
        {ready && targets.length === 0 ? (
          <NoResults query={query.value} filtered={filter !== 'all'} onAllTypes={() => setChosen('all')} />
        ) : null}
        {ready && targets.length > 0 ? (
          <ResultsGrid
            gridRef={grid}
            sections={sections}
            rowCount={ready.more === 'none' ? targets.length : Math.max(ready.total, targets.length)}
            query={query.value}
            freshness={fresh.level}
            now={now}
            openMenu={opened?.key}
            isFavourite={favourites?.has}
            onToggleFavourite={(target) => favourites?.toggle(target)}
            onOpenMenu={menu.open}
            onHold={setHeld}
          />
        ) : null}
        {ready ? <LoadMore more={ready.more} loaded={targets.length} onLoad={ready.loadMore} /> : null}
      </div>
      {opened && inMenu ? (
        <ActionMenu
          key={opened.key}
          target={inMenu}
          subject={opened.subject}
          anchor={opened.anchor}
          start={opened.start}
          favourites={favourites}
          onTransfer={() => transfer(inMenu, opened.subject)}
          onToggleFavourite={() => favourites?.toggle(inMenu)}
          onCopied={(copied) => sayCopied(copied, inMenu)}
          onClose={menu.close}
          onLeave={menu.leave}
        />
      ) : null}
    </>
  );
}

/** The kinds of target that can be asked for: what the pick allows of what the contact centre has. */
function useOfferedKinds(purpose: Purpose): readonly (typeof targetKinds)[number][] {
  const known = useDesktop((state) => state.capabilities?.targetKinds ?? targetKinds);
  return useMemo(
    () =>
      targetKinds.filter(
        (kind) => known.includes(kind) && (purpose.for === 'browsing' || purpose.kinds.includes(kind)),
      ),
    [known, purpose],
  );
}
