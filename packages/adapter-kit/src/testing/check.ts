import type { BackendCapabilities } from '@baton/contracts';
import type { Scene } from './scene';
import type { BackendWorld } from './world';

/** A requirement on routing backends, with its test. */
export interface RoutingBackendCheck {
  name: string;
  /** Runs the check, unless the backend lacks the capability. Rejects with what was wrong. */
  run(world: BackendWorld): Promise<void>;
}

/** A check before its scene is set up. */
export interface SceneCheck {
  name: string;
  /** Whether the check applies to a backend with these capabilities. */
  when?(capabilities: BackendCapabilities): boolean;
  run(scene: Scene): Promise<void>;
}
