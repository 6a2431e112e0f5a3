import type { FactTopic, RequestTopic } from '../bus/topics';

/** The topics that a module, or host-kit, uses. */
export interface BusIntents {
  emits: readonly FactTopic[];
  /** Includes topics that the module only reads as a retained fact. */
  listens: readonly FactTopic[];
  asks: readonly RequestTopic[];
  answers: readonly RequestTopic[];
}

/**
 * What a module declares of itself. Its build writes this into the manifest, so that a host knows which requests the
 * module answers before it has loaded. In development the module's bus refuses all other topics, so that the
 * declaration is complete.
 */
export interface ModuleIntents extends BusIntents {
  /** For a module that opens and closes. */
  panel?: PanelIntents | undefined;
  /** When a newer build may replace the module. Without it: when the module is mounted again. */
  renewWhen?: RenewWhen | undefined;
}

/** The requests that open and close a module which says with `panel.changed` whether it is open in the layout. */
export interface PanelIntents {
  /** Opens it, and takes no arguments. */
  open: RequestTopic;
  close: RequestTopic;
  /** Other requests that open it. */
  openedBy: readonly RequestTopic[];
}

/** A moment at which the agent does not work in a module: no interaction is active; its panel has closed. */
export type RenewWhen = 'noActiveInteraction' | 'panelClosed';
