import type { SceneCheck, RoutingBackendCheck } from './check';
import { directoryChecks } from './checks/directory';
import { handOverChecks } from './checks/hand-over';
import { messageChecks } from './checks/messages';
import { sessionChecks } from './checks/session';
import { streamChecks } from './checks/stream';
import { openScene } from './scene';
import type { BackendWorld } from './world';

/**
 * All checks, for runners without `describe` and `test`, and for reports. Each check needs its own world.
 */
export const routingBackendChecks: readonly RoutingBackendCheck[] = [
  ...sessionChecks,
  ...messageChecks,
  ...handOverChecks,
  ...streamChecks,
  ...directoryChecks,
].map(checkOf);

/**
 * Tests a routing backend with the `describe` and `test` of the runner, as far as its capabilities go.
 *
 * @param name the name of the backend in the report
 * @param makeWorld makes a product with signed-out agents, for one test
 */
export function describeRoutingBackend(name: string, makeWorld: () => BackendWorld | Promise<BackendWorld>): void {
  describe(`${name} as a routing backend`, () => {
    test.each(routingBackendChecks)('$name', async ({ run }) => run(await makeWorld()));
  });
}

function checkOf({ name, when, run }: SceneCheck): RoutingBackendCheck {
  return {
    name,
    async run(world) {
      const scene = await openScene(world);
      try {
        if (when?.(scene.capabilities) ?? true) {
          await run(scene);
          await scene.agree();
        }
      } finally {
        await scene.close();
      }
    },
  };
}
