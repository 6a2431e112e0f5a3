import type { ComponentType } from 'react';
import type { ModuleIntents } from '@baton/contracts';
import type { Catalogue, Translations } from '@baton/ui';

/** The parts of a module package. */
export interface ModuleDefinition {
  /** Its name, as hosts and manifests know it, for example "sms-window". */
  name: string;
  version: string;
  /** Renders the module. `view` is the name of the view that the host asks for, if any. */
  view: ComponentType<{ view?: string | undefined }>;
  /** Its own style sheets; those of `@baton/ui` come before them. */
  sheets: readonly CSSStyleSheet[];
  /** Its own texts, in British English. */
  catalogue: Catalogue;
  /** Its other languages. */
  translations?: Translations;
  /** The bus topics that the module uses, and what else its manifest declares. */
  intents: ModuleIntents;
}
