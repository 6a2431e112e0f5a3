import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createManualClock } from '@baton/contracts/testing';
import { startContactCentre } from '@baton/mocks';
import { createControl, getResponse } from '@baton/mocks/browser';
import type { Control, Overview } from '@baton/mocks/browser';
import { TextsProvider, createTexts, uiCatalogue, useStore } from '@baton/ui';
import type { MockedSettings } from '../../address';
import { createOverviewStore } from '../overview-store';
import { keptWhenReopened } from '../happened';
import type { OverviewStore } from '../overview-store';
import { PanelProvider } from '../panel-context';
import type { SeenIn } from '../seen';

/** A section in front of a contact centre of its own, whose clock stands still. */
export interface RenderedSection {
  control: Control;
  overview(): Promise<Overview>;
  /** The settings that the section has opened. */
  opened: MockedSettings[];
}

const texts = createTexts({ locale: 'en-GB', catalogues: [uiCatalogue] });

let ids = 0;
const random = { id: () => `id-${(ids += 1)}`, next: () => 0.5 };

/** Renders a section and waits until it shows the contact centre. */
export async function renderSection(
  section: ReactElement,
  { settings = {}, seen = [] }: { settings?: Partial<MockedSettings>; seen?: readonly SeenIn[] } = {},
): Promise<RenderedSection> {
  const clock = createManualClock(Date.UTC(2026, 2, 2, 10, 40));
  const { handlers } = startContactCentre({ base: { scenario: 'no-answer' } }, { clock, random });
  const ask: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://localhost');
    const response = await getResponse(handlers, new Request(url, init), { quiet: true });
    return response ?? new Response(null, { status: 404 });
  };
  const control = createControl(ask);
  const opened: MockedSettings[] = [];
  const store = createOverviewStore({ control, clock, page: document });
  const whole: MockedSettings = { base: { scenario: 'no-answer' }, page: { agent: 'ana' }, ...settings };

  render(
    <TextsProvider texts={texts}>
      <Stage {...{ section, control, store, settings: whole, seen, open: (next) => void opened.push(next) }} />
    </TextsProvider>,
  );
  await screen.findByTestId('section');
  return { control, opened, overview: () => control.overview() };
}

function Stage({
  section,
  control,
  store,
  settings,
  seen,
  open,
}: {
  section: ReactElement;
  control: Control;
  store: OverviewStore;
  settings: MockedSettings;
  seen: readonly SeenIn[];
  open(settings: MockedSettings): void;
}) {
  const { overview, problem } = useStore(store, (known) => known);
  return (
    <div role="status" data-testid={overview && 'section'}>
      {overview && (
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
            seen: () => seen,
          }}
        >
          {section}
        </PanelProvider>
      )}
      <p>{problem}</p>
    </div>
  );
}

/** Lets Ana invite Bianca, who has thirty seconds to answer. */
export async function anaInvitesBianca({ perform }: Control): Promise<void> {
  await perform({ agentId: 'ana', command: { type: 'signIn', commandId: 'sign-in-ana', ready: true } });
  await perform({
    agentId: 'ana',
    command: {
      type: 'startTransfer',
      commandId: 'transfer-1',
      interactionId: 'sms-1001',
      target: { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' },
    },
  });
}
