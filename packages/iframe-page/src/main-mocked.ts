import { openSession, systemClock, systemRandom } from '@baton/host-kit';
import { startMockedBackend } from '@baton/mocks/browser';
import type { Reach } from './desktop';
import { startFrame } from './start-frame';

// The same page with the mocked contact centre; `?scenario=` chooses the situation, `?seed=` the seed of its chance.
startFrame(reachMock, { clock: systemClock, random: systemRandom });

/** The mocked backend issues its tokens in this page, so the parent is not asked. */
async function reachMock(): Promise<Reach> {
  const asked = new URLSearchParams(window.location.search);
  const seed = asked.get('seed');
  const { fetch } = await startMockedBackend({
    base: { scenario: asked.get('scenario') ?? 'default' },
    ...(seed !== null && { seed: Number(seed) }),
  });
  const sessions = new Map<string, ReturnType<typeof openSession>>();
  return {
    fetch,
    async getToken(agentId, refused) {
      const session = sessions.get(agentId) ?? openSession({ baseUrl: '/', fetch }, agentId);
      sessions.set(agentId, session);
      const opened = await session;
      if (!opened.ok) sessions.delete(agentId);
      if (!opened.ok) throw new Error(`The mocked contact centre opens no session: ${opened.error.code}`);
      return opened.value.backend.getToken(refused);
    },
  };
}
