import { useHost, useShortcuts } from '@baton/module-kit';
import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { createPanel } from './opening/panel';
import type { Panel } from './opening/panel';
import { PanelView } from './panel/panel-view';
import { useChangedFavourites } from './search/use-changed-favourites';
import { WarmDirectory } from './search/warm-directory';

/** The whole module: nothing while closed, the panel while open. */
export function TeamCommunicator() {
  const { bus } = useHost();
  const [panel, setPanel] = useState<Panel>();

  // The module stands when it answers.
  useLayoutEffect(() => {
    const answering = createPanel(bus, document);
    setPanel(answering);
    return () => answering.stop();
  }, [bus]);

  return panel ? <WhenOpen panel={panel} /> : null;
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
