import { useHost, usePage, useShortcuts } from '@baton/module-kit';
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createPanel } from './opening/panel';
import type { Panel } from './opening/panel';
import { PanelView } from './panel/panel-view';
import { createQueryClient } from './search/directory-queries';
import { useChangedFavourites } from './search/use-changed-favourites';
import { WarmDirectory } from './search/warm-directory';

/** The whole module: nothing while closed, the panel while open. */
export function TeamCommunicator() {
  const { bus, random } = useHost();
  const page = usePage();
  const pageNow = useRef(page);
  const [panel, setPanel] = useState<Panel>();
  const [queries] = useState(() => createQueryClient(random));

  useLayoutEffect(() => {
    pageNow.current = page;
  });
  // Mounted means that it answers requests.
  useLayoutEffect(() => {
    const answering = createPanel(bus, () => pageNow.current);
    setPanel(answering);
    return () => answering.stop();
  }, [bus]);

  return panel ? (
    <QueryClientProvider client={queries}>
      <WhenOpen panel={panel} />
      <ClearWhenGone />
    </QueryClientProvider>
  ) : null;
}

function WhenOpen({ panel }: { panel: Panel }) {
  const state = useSyncExternalStore(panel.subscribe, panel.getState);
  useShortcuts({ 'team.open': panel.open });
  useChangedFavourites(state.state === 'open');
  return (
    <>
      <WarmDirectory open={state.state === 'open'} />
      {state.state === 'open' && <PanelView panel={panel} purpose={state.purpose} calls={state.calls} />}
    </>
  );
}

/**
 * Lets no timer of a query outlive the module. It stands last: React ends effects from parents to children, then from
 * sibling to sibling, and a query that loses its last reader sets its timer again.
 */
function ClearWhenGone() {
  const queries = useQueryClient();
  useEffect(() => () => queries.clear(), [queries]);
  return null;
}
