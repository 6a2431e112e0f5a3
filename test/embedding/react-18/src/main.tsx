import { StrictMode, useState, version } from 'react';
import { createRoot } from 'react-dom/client';
import { allowScriptsFrom, createBaton, openSession } from '@baton/host-kit';
import { ModuleOutlet } from '@baton/host-kit/react';

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

function Desktop() {
  const [open, setOpen] = useState(true);
  return (
    <>
      {open && (
        <div className="places">
          <ModuleOutlet className="incoming" baton={baton} module="notifications" label="Notifications" />
          <ModuleOutlet baton={baton} module="sms-window" label="SMS window" />
          <ModuleOutlet baton={baton} module="team-communicator" label="Team Communicator" load="later" />
        </div>
      )}
      <button onClick={() => setOpen(false)}>Leave</button>
    </>
  );
}

const host = document.querySelector('#host');
if (host === null) throw new Error('The page has no #host');
document.documentElement.dataset['react'] = version;
createRoot(host).render(
  <StrictMode>
    <Desktop />
  </StrictMode>,
);
