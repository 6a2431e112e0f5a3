import { createElement as h, StrictMode, useState, version } from 'react';
import { createRoot } from 'react-dom/client';
import { createBaton, openSession } from '@baton/host-kit';
import { ModuleOutlet } from '@baton/host-kit/react';

// Where modules and contact centre are: `npm run serve -- --hosts http://localhost:3000` in Baton's folder.
const server = new URLSearchParams(location.search).get('server') ?? 'http://localhost:4401/';
const address = (name) => `${server}modules/${name}/baton-module.json`;

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

function Desktop() {
  const [open, setOpen] = useState(true);
  return h(
    'div',
    null,
    open &&
      h(
        'div',
        { className: 'places' },
        h(ModuleOutlet, { className: 'incoming', baton, module: 'notifications', label: 'Notifications' }),
        h(ModuleOutlet, { baton, module: 'sms-window', label: 'SMS window' }),
        h(ModuleOutlet, { baton, module: 'team-communicator', label: 'Team Communicator', load: 'later' }),
      ),
    h('button', { onClick: () => setOpen(false) }, 'Leave'),
  );
}

document.documentElement.dataset.react = version;
createRoot(document.querySelector('#host')).render(h(StrictMode, null, h(Desktop)));
