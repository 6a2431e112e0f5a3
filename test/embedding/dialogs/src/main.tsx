import { StrictMode, useRef, useState, version } from 'react';
import * as RadixDialog from '@radix-ui/react-dialog';
import MuiDialog from '@mui/material/Dialog';
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

/** The page's own dialogs, in three ways. */
function Dialogs() {
  const [muiOpen, setMuiOpen] = useState(false);
  const native = useRef<HTMLDialogElement>(null);
  return (
    <p>
      <RadixDialog.Root>
        <RadixDialog.Trigger>Open Radix</RadixDialog.Trigger>
        <RadixDialog.Portal>
          <RadixDialog.Content aria-describedby={undefined}>
            <RadixDialog.Title>A Radix dialog</RadixDialog.Title>
            <RadixDialog.Close>Close it</RadixDialog.Close>
          </RadixDialog.Content>
        </RadixDialog.Portal>
      </RadixDialog.Root>
      <button onClick={() => setMuiOpen(true)}>Open MUI</button>
      <MuiDialog open={muiOpen} onClose={() => setMuiOpen(false)}>
        <h2>A MUI dialog</h2>
        <button onClick={() => setMuiOpen(false)}>Close it</button>
      </MuiDialog>
      <button onClick={() => native.current?.showModal()}>Open native</button>
      <dialog ref={native} aria-label="A native dialog">
        <button onClick={() => native.current?.close()}>Close it</button>
      </dialog>
    </p>
  );
}

function Desktop() {
  const [open, setOpen] = useState(true);
  return (
    <>
      <Dialogs />
      {open && (
        <div className="places">
          <ModuleOutlet
            className="incoming"
            baton={baton}
            module="notifications"
            view="overlay"
            label="Notifications"
          />
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
