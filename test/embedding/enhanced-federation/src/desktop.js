import { createElement as h, version } from 'react';
import { createRoot } from 'react-dom/client';
import { createBaton, openSession, ownCode } from '@baton/host-kit';

// Where modules and contact centre are: `npm run serve -- --hosts http://localhost:3000` in Baton's folder.
const server = new URLSearchParams(location.search).get('server') ?? 'http://localhost:4401/';

const session = await openSession({ baseUrl: server }, 'ana');
if (!session.ok) throw new Error(session.error.message);
// host-kit makes the context and connects; it loads nothing and places nothing here.
const baton = createBaton({ ...session.value, modules: {}, code: ownCode({}) });

document.documentElement.dataset.react = version;
createRoot(document.querySelector('#host')).render(h('p', null, `This page runs React ${version}.`));

// The bundler's federation loads the modules, and the page calls their lifecycles.
const modules = [
  ['incoming', await import('notifications/app')],
  ['', await import('sms/app')],
  ['', await import('team/app')],
];
const places = document.body.appendChild(document.createElement('div'));
places.className = 'places';
const mounted = modules.map(async ([className, lifecycles]) => {
  const domElement = Object.assign(places.appendChild(document.createElement('div')), { className });
  const props = { domElement, context: baton.context };
  await lifecycles.bootstrap(props);
  await lifecycles.mount(props);
  return () => lifecycles.unmount(props);
});

const leave = document.body.appendChild(Object.assign(document.createElement('button'), { textContent: 'Leave' }));
leave.addEventListener('click', () => {
  void Promise.all(mounted.map(async (unmount) => (await unmount)())).then(() => {
    baton.close();
    places.remove();
  });
});
