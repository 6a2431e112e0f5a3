// A host page as it was written for the released host-kit; it does not change with ours.
import { allowScriptsFrom, createBaton, openSession } from '../released/baton-host.js';

allowScriptsFrom([location.origin]);
const session = await openSession({ baseUrl: '/' }, 'ana');
const address = (name) => `/modules/${name}/baton-module.json`;
const baton = createBaton({
  ...session.value,
  modules: { 'sms-window': address('sms-window'), 'team-communicator': address('team-communicator'), notifications: address('notifications') },
});
const place = (id) => document.querySelector(id);
baton.mount(place('#incoming'), { module: 'notifications', label: 'Notifications' });
baton.mount(place('#sms'), { module: 'sms-window', label: 'SMS window' });
baton.mount(place('#team'), { module: 'team-communicator', label: 'Team Communicator', load: 'later' });
