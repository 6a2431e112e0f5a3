import * as singleSpa from 'single-spa';
import { allowScriptsFrom, createBaton, openSession } from '@baton/host-kit';

// Where modules and contact centre are: `npm run serve -- --hosts http://localhost:3000` in Baton's folder.
const server = new URLSearchParams(location.search).get('server') ?? 'http://localhost:4401/';
const address = (name) => `${server}modules/${name}/baton-module.json`;
const place = (id) => document.getElementById(id);

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

const onDesk = ({ hash }) => hash !== '#/reports';
const desk = { singleSpa, activeWhen: onDesk };
baton.register(place('incoming'), { module: 'notifications', label: 'Notifications', ...desk });
baton.register(place('sms'), { module: 'sms-window', label: 'SMS window', ...desk });
baton.register(place('team'), { module: 'team-communicator', label: 'Team Communicator', load: 'later', ...desk });
singleSpa.start();

place('leave').onclick = () => singleSpa.navigateToUrl('#/reports');
