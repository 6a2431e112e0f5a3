import { allowScriptsFrom, createBaton, openSession } from '@baton/host-kit';

// A page that knows no more of Baton than the quick start says: addresses, no preloads, no shared kit.
const modules: Record<string, { url: string }> = JSON.parse(
  document.getElementById('baton-modules')?.textContent ?? '{}',
);

allowScriptsFrom([location.origin, ...Object.values(modules).map(({ url }) => new URL(url).origin)]);
const session = await openSession({ baseUrl: '/' }, new URLSearchParams(location.search).get('agent') ?? 'ana');
if (!session.ok) throw new Error(session.error.message);
const baton = createBaton({ ...session.value, modules });

const place = () => document.body.appendChild(document.createElement('div'));
baton.mount(place(), { module: 'notifications', view: 'previews', label: 'Notifications' });
baton.mount(place(), { module: 'notifications', view: 'messages', label: 'My Messages', room: 'button' });
baton.mount(place(), { module: 'sms-window', label: 'SMS window' });
baton.mount(place(), { module: 'team-communicator', label: 'Team Communicator', load: 'later' });
