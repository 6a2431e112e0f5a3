import type { ComponentType } from 'react';
import type { CaseFields, Clock, KeyValueStorage, TextTemplate } from '@baton/contracts';
import type { BatonOptions, CodeSource, SharedLibraries } from '@baton/host-kit';
import type { Language } from './language';
import type { ModuleAddresses } from './modules';
import type { DesktopRoute, TwoDesktopsRoute } from './route';

/** What the shell needs from the page that starts it. */
export interface ShellOptions {
  /** Reaches the mocked routing backend. Default: the page's own, which reaches a real one. */
  fetch?: typeof fetch | undefined;
  /** Default: the device's. */
  clock?: Clock | undefined;
  /** Where the agent's drafts and settings are kept. Default: in the browser, by the agent's id. */
  storageOf?: ((agentId: string) => KeyValueStorage) | undefined;
  /** Texts that agents can begin with. Default: none. */
  templates?: readonly TextTemplate[] | undefined;
  /** What agents see of the case data. Default: nothing. */
  caseData?: CaseFields | undefined;
  /** What the host decides for its agents. Default: nothing. */
  rules?: Pick<BatonOptions, 'autoAnswer' | 'lock'> | undefined;
  /** How the page speaks. */
  language: Language;
  /** Where modules come from when they are not federated: the benchmark's one bundle. */
  code?: CodeSource | undefined;
  /** Where federated modules are. Default: as the page's HTML says. */
  modules?: ModuleAddresses | undefined;
  /** What the page has for federated modules besides React. */
  shared?: SharedLibraries | undefined;
  /** Pages in place of the shell's own. */
  pages?: Pages;
  /** What those are styled with. */
  sheets?: readonly CSSStyleSheet[];
  /** Why the address cannot be shown, whatever it asks for. */
  problem?: string;
}

/** Pages that a shell may have in place of the usual ones. */
export interface Pages {
  SignIn?: ComponentType<Pick<ShellOptions, 'fetch'>>;
  Desktop?: ComponentType<ShellOptions & { route: DesktopRoute }>;
  TwoDesktops?: ComponentType<{ route: TwoDesktopsRoute }>;
}
