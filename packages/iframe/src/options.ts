import type { ChosenAction, Clock, Facts, FactTopic, HostAdapters, OptionalFields } from '@baton/contracts';
import type { FrameOptions, HeightBounds } from '@baton/contracts/bridge';
import type { EmbedError } from './embed-error';

/**
 * Services of the page for the frame. Notifications, title and links have defaults; without `sound` the frame plays its
 * own sounds.
 */
export type PageAdapters = Pick<HostAdapters, 'desktopNotification' | 'sound' | 'title' | 'navigate' | 'telemetry'>;

/** A fact of the frame's bus with its topic. */
export type Fact = { [T in FactTopic]: { topic: T; payload: Facts[T] } }[FactTopic];

type FrameActions = NonNullable<FrameOptions['actions']>;

/** Actions of the page, by place. They are performed in the page; without `enabled`, which the frame cannot call. */
export type PageActions = {
  [Place in keyof FrameActions]: readonly (NonNullable<FrameActions[Place]>[number] & {
    perform(chosen: ChosenAction): void;
  })[];
};

/**
 * The options have the same names and meanings as those of host-kit's `createBaton`. `FrameOptions` are sent to the
 * frame.
 */
export interface EmbedOptions extends Omit<FrameOptions, 'actions' | 'autoHeight'> {
  /** The page's address: "https://baton.example/frame/?module=sms-window". Without `module`, the whole desktop. */
  src: string;
  /** The page's origin, if `src` redirects to another one. Messages are exchanged with this origin only. */
  origin?: string;
  /** The frame's name for assistive technology. Default: the message `iframe.title`, "Baton". */
  title?: string;
  /** Returns the agent's token. Called again once with the refused token after a 401. The frame does not store it. */
  getToken(refused?: string): Promise<string>;
  /**
   * Whether the frame is as high as its content. Default true: between 320 pixels and the
   * window's height. With `false`, give the frame's element a height.
   */
  autoHeight?: boolean | Partial<HeightBounds>;
  /** As in host-kit, but without `enabled`. `perform` is called in this page. */
  actions?: PageActions;
  /** Replaces the default services. */
  adapters?: OptionalFields<PageAdapters>;
  /** Called with every fact of the frame's bus. */
  onFact?(fact: Fact): void;
  /** Called with every error between page and frame. */
  onError?(error: EmbedError): void;
  clock?: Pick<Clock, 'setTimeout'>;
}
