import { createInstance } from '@module-federation/runtime';
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import * as ReactDOMClient from 'react-dom/client';
import * as jsxRuntime from 'react/jsx-runtime';
import { allowScriptsFrom, createBaton, openSession, ownCode } from '@baton/host-kit';
import type { ModuleLifecycles } from '@baton/host-kit';

// Where modules and contact centre are: `npm run serve -- --hosts http://localhost:3000` in Baton's folder.
const server = new URLSearchParams(location.search).get('server') ?? 'http://localhost:4401/';

// Under Trusted Types: scripts come from here and from there, and from nowhere else.
allowScriptsFrom([location.origin, new URL(server).origin]);

const session = await openSession({ baseUrl: server }, 'ana');
if (!session.ok) throw new Error(session.error.message);

// Module Federation 2 loads the modules, by the manifests that it knows.
const share = (lib: unknown) => ({
  version: React.version,
  lib: () => lib,
  shareConfig: { requiredVersion: '^19.0.0' },
});
const federation = createInstance({
  name: 'federatedHost',
  remotes: ['notifications', 'smsWindow', 'teamCommunicator'].map((name) => ({
    name,
    entry: `${server}modules/${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}/mf-manifest.json`,
  })),
  shared: {
    react: share(React),
    'react-dom': share(ReactDOM),
    'react-dom/client': share(ReactDOMClient),
    'react/jsx-runtime': share(jsxRuntime),
  },
});

// host-kit makes the context and connects; it places nothing here.
const baton = createBaton({ ...session.value, modules: {}, code: ownCode({}) });
const host = document.querySelector('#host') ?? document.body;
const places = host.appendChild(document.createElement('div'));
places.className = 'places';

const mounted = await Promise.all(
  ['notifications', 'smsWindow', 'teamCommunicator'].map(async (name, index) => {
    const domElement = places.appendChild(document.createElement('div'));
    if (index === 0) domElement.className = 'incoming';
    const lifecycles = await federation.loadRemote<ModuleLifecycles>(`${name}/app`);
    if (lifecycles === null) throw new Error(`${name} did not come`);
    const props = { domElement, context: baton.context };
    await lifecycles.bootstrap(props);
    await lifecycles.mount(props);
    return () => lifecycles.unmount(props);
  }),
);

const leave = host.appendChild(Object.assign(document.createElement('button'), { textContent: 'Leave' }));
leave.addEventListener('click', () => {
  void Promise.all(mounted.map((unmount) => unmount())).then(() => {
    baton.close();
    places.remove();
  });
});
