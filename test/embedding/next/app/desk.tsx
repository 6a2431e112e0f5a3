'use client';
import { useEffect, useState } from 'react';
import { createBaton, openSession } from '@baton/host-kit';
import type { Baton } from '@baton/host-kit';
import { ModuleOutlet } from '@baton/host-kit/react';

/** Baton needs a page: an effect makes it, which never runs on the server. */
function useBaton(): Baton | undefined {
  const [baton, setBaton] = useState<Baton>();
  useEffect(() => {
    let made: Baton | undefined;
    let left = false;
    async function connect() {
      // Where modules and contact centre are: `npm run serve -- --hosts http://localhost:3000` in Baton's folder.
      const server = new URLSearchParams(location.search).get('server') ?? 'http://localhost:4401/';
      const address = (name: string) => `${server}modules/${name}/baton-module.json`;
      const session = await openSession({ baseUrl: server }, 'ana');
      if (!session.ok) throw new Error(session.error.message);
      if (left) return;
      made = createBaton({
        ...session.value,
        modules: {
          'sms-window': address('sms-window'),
          'team-communicator': address('team-communicator'),
          notifications: address('notifications'),
        },
      });
      setBaton(made);
    }
    void connect();
    return () => {
      left = true;
      made?.close();
    };
  }, []);
  return baton;
}

export function Desk() {
  const baton = useBaton();
  const [open, setOpen] = useState(true);
  return (
    <>
      {open && baton && (
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
