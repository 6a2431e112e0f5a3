import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { Control, Overview } from '@baton/mocks/browser';
import type { MockedSettings } from '../address';
import type { SeenIn } from './seen';

/** What every section of the panel works with. */
export interface PanelTools {
  control: Control;
  overview: Overview;
  /** What the page's address says. */
  settings: MockedSettings;
  /** Does something to the contact centre; a failure is told below the sections. */
  act(work: () => Promise<unknown>): void;
  /** The same, for those who wait until it is done. */
  done(work: () => Promise<unknown>): Promise<void>;
  /** Opens an address with these settings, in this window. */
  open(settings: MockedSettings): void;
  /** Opens this page again with other settings. What has happened in it stays. */
  reopen(changes: Partial<MockedSettings>): void;
  /** What is on screen besides the panel. */
  seen(): readonly SeenIn[];
}

const PanelContext = createContext<PanelTools | undefined>(undefined);

/** Gives the sections inside what they work with. */
export function PanelProvider({ tools, children }: { tools: PanelTools; children: ReactNode }) {
  return <PanelContext value={tools}>{children}</PanelContext>;
}

/** What a section works with. Throws outside of a PanelProvider. */
export function usePanel(): PanelTools {
  const tools = use(PanelContext);
  if (tools === undefined) throw new Error('A section needs a PanelProvider around it');
  return tools;
}
