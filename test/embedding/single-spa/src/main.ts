import * as singleSpa from 'single-spa';
import { allowScriptsFrom, createBaton, openSession } from '@baton/host-kit';

// Where modules and contact centre are: `npm run serve -- --hosts http://localhost:3000` in Baton's folder.
const server = new URLSearchParams(location.search).get('server') ?? 'http://localhost:4401/';
const address = (name: string) => `${server}modules/${name}/baton-module.json`;

// Under Trusted Types: scripts come from here and from there, and from nowhere else.
allowScriptsFrom([location.origin, new URL(server).origin]);

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

const host = document.querySelector('#host') ?? document.body;
const places = host.appendChild(document.createElement('div'));
places.className = 'places';
const place = (className = '') => Object.assign(places.appendChild(document.createElement('div')), { className });

// The desktop stands on its own route; the rest of the root config has others.
const onDesk = ({ hash }: Location) => hash !== '#/reports';
const desk = { singleSpa, activeWhen: onDesk };
baton.register(place('incoming'), { module: 'notifications', label: 'Notifications', ...desk });
baton.register(place(), { module: 'sms-window', label: 'SMS window', ...desk });
// Or by hand, as every other application of the root config.
singleSpa.registerApplication({
  name: 'team-communicator',
  app: baton.application(place(), { module: 'team-communicator', label: 'Team Communicator', load: 'later' }),
  activeWhen: onDesk,
});
singleSpa.start();

const leave = host.appendChild(Object.assign(document.createElement('button'), { textContent: 'Leave' }));
leave.addEventListener('click', () => singleSpa.navigateToUrl(location.hash === '#/reports' ? '#/desk' : '#/reports'));
