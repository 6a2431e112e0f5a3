import type { Clock, Facts, FactTopic, HostAdapters } from '@baton/contracts';
import type { FrameOptions, HeightBounds } from '@baton/contracts/bridge';
import type { EmbedError } from './embed-error';

/** What the frame asks of the page around it. Notifications, title and links have defaults of the browser's own; without `sound` the frame plays its own sounds. */
export type PageAdapters = Pick<HostAdapters, 'desktopNotification' | 'sound' | 'title' | 'navigate' | 'telemetry'>;

/** A fact of the frame's bus with its topic. */
export type Fact = { [T in FactTopic]: { topic: T; payload: Facts[T] } }[FactTopic];

/** Options have the names and meanings of host-kit's `createBaton`; those of `FrameOptions` cross to the frame. */
export interface EmbedOptions extends Omit<FrameOptions, 'autoHeight'> {
  /** The page's address: "https://baton.example/frame/?module=sms-window". Without `module`, the whole desktop. */
  src: string;
  /** The page's origin, should `src` lead to another. Messages go to and come from nowhere else. */
  origin?: string;
  /** The frame's name for assistive technology. Default: the message `iframe.title`, "Baton". */
  title?: string;
  /** Gives the agent's token; asked again once with the refused one after a 401. Never kept by the frame. */
  getToken(refused?: string): Promise<string>;
  /**
   * Whether the frame is as high as its content. Default true: between 320 pixels and the
   * window's height. With `false`, give the frame's element a height.
   */
  autoHeight?: boolean | Partial<HeightBounds>;
  /** Replaces what the frame asks of the page. */
  adapters?: Partial<PageAdapters>;
  /** Hears every fact of the frame's bus. */
  onFact?(fact: Fact): void;
  /** Told of everything that goes wrong between page and frame. */
  onError?(error: EmbedError): void;
  clock?: Pick<Clock, 'setTimeout'>;
}
