import { useDesktop, useNow, useStart } from '@baton/module-kit';
import { EmptyState } from '@baton/ui';
import { targetKey, targetKinds } from '@baton/contracts';
import type { KnownTargetKind } from '@baton/contracts';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { ActionMenu } from '../actions/action-menu';
import { useActionMenu } from '../actions/use-action-menu';
import { useFavourites } from '../actions/use-favourites';
import { useConversationToTransfer } from '../actions/use-conversation-to-transfer';
import { useTransfer } from '../actions/use-transfer';
import type { Panel, Purpose } from '../opening/panel';
import { ResultsGrid } from '../results/results-grid';
import { focusFirstRow } from '../results/rows-in';
import { useFreshness } from '../search/use-freshness';
import { useDebounced } from '../search/use-debounced';
import { useSkeleton } from '../search/use-elapsed';
import { useHighlight } from '../search/use-highlight';
import { useArrangedSections } from '../search/use-arranged-sections';
import { useLiveTarget } from '../search/use-live-target';
import { useRenewal } from '../search/use-renewal';
import { useResults } from '../search/use-results';
import { useTargetAvailability } from '../search/use-target-availability';
import { useTargetCounts } from '../search/use-target-counts';
import { LoadMore } from './load-more';
import { FailedResults, LoadingRows, MissingSections, NoResults } from './results-states';
import { SearchField } from './search-field';
import { StaleNotice } from './stale-notice';
import { StatusLine } from './status-line';
import { TargetFilter } from './target-filter';
import type { TargetFilterValue } from './target-filter';
import { useFeedback } from './use-feedback';
import { useLastUpdated } from './use-last-updated';
import { usePendingEnter } from './use-pending-enter';
import { useScrolledBack } from './use-scrolled-back';
import { part } from '../parts';

const searchRestMs = 150;
const none = [] as const;

interface FinderProps {
  panel: Panel;
  purpose: Purpose;
  /** The text in the search field. */
  text: string;
  onText(text: string): void;
  search: RefObject<HTMLInputElement | null>;
}

/** Search field, filter, results and the Action Menu of a result. */
export function Finder({ panel, purpose, text, onText, search }: FinderProps) {
  const start = useStart();
  const [chosen, setChosen] = useState<TargetFilterValue>('all');
  const offered = useOfferedKinds(purpose);
  // The kind chosen for another purpose may not be offered for this one.
  const options = useFilterOptions(offered);
  const filter = options.find((option) => option === chosen) ?? 'all';
  const isOfAllKinds = filter === 'all' || filter === 'now';
  const kinds = useMemo(
    () => offered.filter((kind) => isOfAllKinds || kind === filter),
    [filter, offered, isOfAllKinds],
  );
  const wanted = text.trim();
  const query = useDebounced(wanted, searchRestMs);
  const results = useResults(query.value, kinds, purpose.for === 'transfer');
  useRenewal();
  const skeleton = useSkeleton(results.state === 'loading');
  const ready = results.state === 'ready' && !skeleton ? results : undefined;
  const highlight = useHighlight(ready?.query ?? '', wanted !== '');
  const settled = ready !== undefined && ready.current && query.value === wanted;
  const failed = results.state === 'failed' && !results.retrying && query.value === wanted;

  const grid = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);
  const { feedback, say } = useFeedback();
  const favourites = useFavourites(say);
  const conversation = useConversationToTransfer(purpose);
  const menu = useActionMenu(grid, search, conversation);
  const { opened } = menu;
  const answered = ready?.current ? `${filter} ${query.value}` : undefined;
  const list = useScrolledBack(answered);
  const sections = useArrangedSections(
    ready?.sections ?? none,
    answered,
    // Rows of further pages come after those that are there, whatever their order would be.
    held || opened !== undefined || ready?.hasFurther === true,
    { onlyNow: filter === 'now', isWhole: ready?.more === 'none' },
  );
  const targets = useMemo(() => sections.flatMap((section) => section.targets), [sections]);
  const counts = useTargetCounts(results, query.value, isOfAllKinds);
  const total = ready && (filter === 'now' ? shownOf(ready, targets.length) : ready.total);
  const [first] = targets;
  const inMenu = useLiveTarget(opened && targets.find((target) => targetKey(target) === opened.key));
  // The target has disappeared while its menu was open. Focus rests: a key on its way must not open another menu.
  useLayoutEffect(() => {
    if (opened && !inMenu) menu.leave();
  });
  const question = useMemo(
    () => (failed ? undefined : { wanted, filter, purpose, conversation }),
    [failed, wanted, filter, purpose, conversation],
  );
  const pendingEnter = usePendingEnter(question, settled, () => {
    if (first && search.current) menu.open(first, search.current, 'first');
  });

  const now = useNow(10_000);
  const fresh = useFreshness(ready?.at ?? now, now);
  const lastUpdated = useLastUpdated(fresh, now);

  const transfer = useTransfer(panel, purpose);

  return (
    <>
      <SearchField
        inputRef={search}
        value={text}
        onChange={onText}
        onDown={() => grid.current && focusFirstRow(grid.current)}
        onEnter={() => {
          query.settle();
          pendingEnter.press();
        }}
        onLeave={pendingEnter.forget}
      />
      {options.length > 1 ? (
        <TargetFilter options={options} counts={counts} value={filter} onChange={setChosen} />
      ) : null}
      <StatusLine
        wanted={wanted}
        filter={filter}
        settled={settled || start !== undefined}
        failed={failed && !start}
        total={total}
        lastUpdated={ready && fresh.level === 'recent' ? lastUpdated : undefined}
        loading={results.state === 'loading' && !start}
        feedback={feedback}
      />
      <div ref={list} className="tc-results" part={part('results')} aria-busy={!start && !settled && !failed}>
        {start ? (
          <EmptyState title={start.title} body={start.help} />
        ) : (
          <>
            {fresh.level === 'delayed' || fresh.level === 'unknown' ? <StaleNotice lastUpdated={lastUpdated} /> : null}
            {skeleton ? <LoadingRows /> : null}
            {results.state === 'failed' && !skeleton ? <FailedResults results={results} /> : null}
            {ready ? <MissingSections missing={ready.missing} /> : null}
            {ready && targets.length === 0 && (filter !== 'now' || ready.more === 'none') ? (
              <NoResults query={query.value} filter={filter} onAll={() => setChosen('all')} />
            ) : null}
            {ready && targets.length > 0 ? (
              <ResultsGrid
                gridRef={grid}
                sections={sections}
                rowCount={rowCount(ready.more, total, targets.length)}
                highlight={highlight}
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
          </>
        )}
      </div>
      {opened && inMenu ? (
        <ActionMenu
          key={opened.key}
          target={inMenu}
          conversation={opened.conversation}
          anchor={opened.anchor}
          start={opened.start}
          panel={panel}
          favourites={favourites}
          transfer={transfer}
          closeMenu={menu.close}
          say={say}
          onLeave={menu.leave}
        />
      ) : null}
    </>
  );
}

/** The kinds of target to search: those that the contact centre has and the pick allows. */
function useOfferedKinds(purpose: Purpose): readonly KnownTargetKind[] {
  const known = useDesktop((state) => state.capabilities?.targetKinds ?? targetKinds);
  return useMemo(
    () =>
      targetKinds.filter(
        (kind) => known.includes(kind) && (purpose.for === 'browsing' || purpose.kinds.includes(kind)),
      ),
    [known, purpose],
  );
}

/** What can be shown: each kind only where there are several, and who is free only where that is known. */
function useFilterOptions(offered: readonly KnownTargetKind[]): readonly TargetFilterValue[] {
  const isKnown = useTargetAvailability() !== 'none';
  return useMemo(
    () => ['all', ...(isKnown ? (['now'] as const) : []), ...(offered.length > 1 ? offered : [])],
    [offered, isKnown],
  );
}

/** The number of targets that are left of those that were found. */
function shownOf({ more }: { more: string }, left: number): number | { atLeast: number } {
  return more === 'none' ? left : { atLeast: left };
}

/** The number of all rows, loaded or not; -1 when it is unknown. */
function rowCount(more: string, total: number | { atLeast: number } | undefined, loaded: number): number {
  if (more === 'none') return loaded;
  return typeof total === 'number' ? Math.max(total, loaded) : -1;
}
