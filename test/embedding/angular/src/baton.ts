import { allowScriptsFrom, createBaton, openSession } from '@baton/host-kit';
import type { Baton } from '@baton/host-kit';

// Where modules and contact centre are: `npm run serve -- --hosts http://localhost:3000` in Baton's folder.
const server = new URLSearchParams(location.search).get('server') ?? 'http://localhost:4401/';
const address = (name: string) => `${server}modules/${name}/baton-module.json`;

// Under Trusted Types: scripts come from here and from there, and from nowhere else.
allowScriptsFrom([location.origin, new URL(server).origin]);

/** Signs the agent in. `nonce` is that of the page's Content-Security-Policy. */
export async function openBaton(nonce: string | null): Promise<Baton> {
  const session = await openSession({ baseUrl: server }, 'ana');
  if (!session.ok) throw new Error(session.error.message);
  return createBaton({
    ...session.value,
    ...(nonce === null ? {} : { nonce }),
    modules: {
      'sms-window': address('sms-window'),
      'team-communicator': address('team-communicator'),
      notifications: address('notifications'),
    },
  });
}
