import { useEffect, useRef, useState, version } from 'react';
import { render } from 'react-dom';
import { allowScriptsFrom, createBaton, openSession } from '@baton/host-kit';
import type { Placement } from '@baton/host-kit';

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

/** A place that a module stands in for as long as it is rendered. */
function Module({ className, ...placement }: Placement & { className?: string }) {
  const place = useRef<HTMLDivElement>(null);
  const { module, label, load } = placement;
  useEffect(() => {
    if (place.current === null) return undefined;
    const outlet = baton.mount(place.current, { module, label, ...(load && { load }) });
    return () => void outlet.unmount();
  }, [module, label, load]);
  return <div ref={place} className={className} />;
}

function Desktop() {
  const [open, setOpen] = useState(true);
  return (
    <>
      {open && (
        <div className="places">
          <Module className="incoming" module="notifications" label="Notifications" />
          <Module module="sms-window" label="SMS window" />
          <Module module="team-communicator" label="Team Communicator" load="later" />
        </div>
      )}
      <button onClick={() => setOpen(false)}>Leave</button>
    </>
  );
}

document.documentElement.dataset['react'] = version;
render(<Desktop />, document.querySelector('#host'));
