// All of host-kit in one module; what it needs later (React, languages) lies beside it.
import { allowScriptsFrom, createBaton, openSession } from './node_modules/@baton/host-kit/dist/index.js';

// Where modules and contact centre are: `npm run serve -- --hosts http://localhost:3000` in Baton's folder.
const server = new URLSearchParams(location.search).get('server') ?? 'http://localhost:4401/';
const address = (name) => `${server}modules/${name}/baton-module.json`;
const place = (id) => document.getElementById(id);

// Under Trusted Types: scripts come from here and from there, and from nowhere else.
allowScriptsFrom([location.origin, new URL(server).origin]);

// Before anything else is fetched: every answer goes through it.
await navigator.serviceWorker.register('worker.js');
await navigator.serviceWorker.ready;
if (!navigator.serviceWorker.controller)
  await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));

const session = await openSession({ baseUrl: server }, 'ana');
if (!session.ok) throw new Error(session.error.message);
const baton = createBaton({
  ...session.value,
  modules: {
    'sms-window': address('sms-window'),
    'team-communicator': address('team-communicator'),
    notifications: address('notifications'),
  },
});

baton.mount(place('incoming'), { module: 'notifications', label: 'Notifications' });
baton.mount(place('sms'), { module: 'sms-window', label: 'SMS window' });
baton.mount(place('team'), { module: 'team-communicator', label: 'Team Communicator', load: 'later' });

place('leave').onclick = () => baton.close();
