import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Button, describeBinding, focusedElement, holdsFocus, useStore } from '@baton/ui';
import type { Control } from '@baton/mocks/browser';
import type { MockedSettings } from '../address';
import { keptWhenReopened } from './happened';
import { keys, opensPanel, platform } from './keys';
import { lastSection, rememberSection } from './last-section';
import type { OverviewStore } from './overview-store';
import { PanelProvider } from './panel-context';
import type { SeenIn } from './seen';
import { Colleagues } from './sections/colleagues';
import { Customer } from './sections/customer';
import { Floor } from './sections/floor';

import { Look } from './sections/look';
import { Network } from './sections/network';
import { Share } from './sections/share';
import { Situation } from './sections/situation';
import { Time } from './sections/time';
import { Tabs } from './tabs';

const sections = [
  { id: 'situation', label: 'Situation', content: <Situation /> },
  { id: 'network', label: 'Network', content: <Network /> },
  { id: 'colleagues', label: 'Colleagues', content: <Colleagues /> },
  { id: 'customer', label: 'Customer', content: <Customer /> },
  { id: 'floor', label: 'Floor', content: <Floor /> },
  { id: 'look', label: 'Look', content: <Look /> },
] as const;

/** What the panel needs of the page that it stands in. */
export interface PanelOptions {
  control: Control;
  store: OverviewStore;
  /** What the page's address says now. */
  readSettings(): MockedSettings;
  /** Opens an address with these settings. */
  open(settings: MockedSettings): void;
  /** What is on screen besides the panel. */
  seen(): readonly SeenIn[];
  /** Writes into the page's address whether the panel is open, so that it is so after a reload. */
  noteOpen(open: boolean): void;
}

/** The scenario panel: what can be done to the contact centre and to the page by hand. */
export function Panel({ noteOpen, ...options }: PanelOptions) {
  const panel = useRef<HTMLElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(() => options.readSettings().panel === true);

  function show(next: boolean) {
    setIsOpen(next);
    noteOpen(next);
  }

  useShortcut(panel, () => {
    show(true);
    toggle.current?.focus();
  });

  return (
    <aside ref={panel} className="panel" aria-label="Scenario" data-open={isOpen}>
      <Button
        ref={toggle}
        className="toggle"
        variant="quiet"
        size="sm"
        aria-expanded={isOpen}
        keys={{ aria: keys, printed: describeBinding(keys, platform) }}
        onClick={() => show(!isOpen)}
      >
        Scenario
      </Button>
      {isOpen && <Sections {...options} />}
    </aside>
  );
}

function Sections({ control, store, readSettings, open, seen }: Omit<PanelOptions, 'noteOpen'>) {
  const { overview, problem } = useStore(store, (known) => known);
  const settings = readSettings();
  const [section, setSection] = useState(() => lastSection(sections.map(({ id }) => id)) ?? 'situation');

  function choose(next: typeof section) {
    setSection(next);
    rememberSection(next);
  }

  return (
    <>
      {overview !== undefined && (
        <PanelProvider
          tools={{
            control,
            overview,
            settings,
            act: (work) => void store.act(work),
            done: store.act,
            open,
            reopen: (changes) =>
              void store.act(async () => open({ ...(await keptWhenReopened(settings, control)), ...changes })),
            seen,
          }}
        >
          <div className="bar">
            <Time />
            <Share />
          </div>
          <Tabs label="Sections" tabs={sections} chosen={section} onChoose={choose} />
        </PanelProvider>
      )}
      <p className="message" role="status">
        {problem}
      </p>
    </>
  );
}

/** Goes to the panel by `enter`; from there back to where focus was before. */
function useShortcut(panel: RefObject<HTMLElement | null>, enter: () => void): void {
  const before = useRef<HTMLElement>(null);

  useEffect(() => {
    const page = document;
    function onKeyDown(event: KeyboardEvent) {
      if (!opensPanel(event)) return;
      event.preventDefault();
      if (panel.current !== null && holdsFocus(panel.current)) return before.current?.focus();
      before.current = focusedElement(page);
      enter();
    }
    page.addEventListener('keydown', onKeyDown);
    return () => page.removeEventListener('keydown', onKeyDown);
  });
}
