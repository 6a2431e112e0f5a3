import { AgentRef, Preferences, agentSettings } from '@baton/contracts';
import { defaultPreferences } from '../../../packages/host-kit/src/adapters/preferences';
import { commentOf, schemaTable, table } from './declarations';

const defaults = new Map(Object.entries(defaultPreferences));
const keepable: readonly string[] = agentSettings;

/** What hosts pass and get, from the declarations themselves. */
export function optionsPage(): string {
  return `# createBaton

${table('host-kit/src/options.ts', 'BatonOptions', 'option')}

Wrong options throw a \`BatonOptionsError\` whose \`problems\` name each one with its cure. What hosts of other products can set and those of Baton cannot: [decision 12](../decisions/0012-what-hosts-cannot-set.md).

## Agent

${schemaTable('contracts/src/domain/agent.ts', 'AgentRef', AgentRef, 'field')}

## Backend

${table('host-kit/src/options.ts', 'HttpBackendOptions', 'field')}

Another routing product is reached by an object with the methods of [RoutingBackend](../../packages/contracts/src/port/routing-backend.ts): [writing an adapter](../writing-an-adapter.md). A function that makes one, at once or with a promise, is given this:

${table('contracts/src/port/routing-backend.ts', 'BackendHost', 'member')}

A module's place in \`modules\` is its address, or with it the manifest that the page came with:

${table('host-kit/src/modules/federation.ts', 'ModuleAddress', 'field')}

## Preferences and features

What agents can set for themselves. The option \`preferences\` says what a visit starts with, \`theme\` and \`density\` say it for these two. A setting that is \`false\` in \`features\` is not offered to agents, and the host's value holds: \`features: { theme: false }\`. Without \`features\` all are offered.

${schemaTable('contracts/src/host/preferences.ts', 'Preferences', Preferences, 'setting', {
  default: (setting) => `\`${JSON.stringify(defaults.get(setting)).replaceAll('"', "'")}\``,
  'in `features`': (setting) => (keepable.includes(setting) ? 'yes' : ''),
})}

## Actions

Your own actions stand beside those of Baton: in Team Communicator's Action Menu and in the header of the SMS window.

\`\`\`js
createBaton({
  // …
  actions: {
    target: [
      {
        id: 'crm.call',
        label: { en: 'Call', de: 'Anrufen' },
        targetKinds: ['agent'],
        enabled: ({ target }) => phones.has(target.id) || 'No phone is known',
        perform: ({ target, interactionId }) => call(target.address, interactionId),
      },
    ],
    conversation: [{ id: 'crm.case', label: 'Open case', perform: ({ interactionId }) => openCase(interactionId) }],
  },
});
\`\`\`

${table('contracts/src/host/host-actions.ts', 'HostActions', 'place')}

An action:

${table('contracts/src/host/host-actions.ts', 'HostAction', 'field')}

One on a target can also have:

${table('contracts/src/host/host-actions.ts', 'TargetAction', 'field')}

and is about:

${table('contracts/src/host/host-actions.ts', 'AboutTarget', 'field')}

One on a conversation is about its \`interactionId\`. A \`label\` can be a text for each language, by BCP 47 tag: the nearest to \`locale\` is shown, else English, else the first.

When an action on a target is chosen, the panel closes, focus goes back to where it was, and then \`perform\` is called. An open \`target.pick\` is answered with the action: \`{ action: 'crm.call', target }\`. Each choice is also told on the bus as \`action.chosen\`, with ids, kinds and names of colleagues. Errors that you throw are reported to the page and stop nothing; an \`enabled\` that throws, or returns neither \`true\` nor a reason, counts as \`true\`. Baton gives your actions no keys: your page can listen for keys of its own.

Functions cannot be sent into an iframe. [\`embedBaton\`](../../packages/iframe/README.md) takes \`actions\` without \`enabled\`, and calls \`perform\` in your page with the payload of \`action.chosen\`.

## Timing

${table('contracts/src/host/host-context.ts', 'Timing', 'field')}

## Clock, chance and libraries

\`clock\`, where timeouts and the present come from:

${table('contracts/src/host/clock.ts', 'Clock', 'member')}

\`random\`:

${table('contracts/src/host/clock.ts', 'Random', 'member')}

\`shared\` has one of these for each library, by the name that modules import it by:

${table('host-kit/src/modules/shared-libraries.ts', 'SharedLibrary', 'member')}

## What the hooks are told

\`onError(error, about)\`, before the card is shown:

${table('host-kit/src/modules/outlet.ts', 'FailedModule', 'about')}

\`onLifecycle(event)\`:

${table('host-kit/src/modules/outlet.ts', 'LifecycleEvent', 'event')}

What a hook throws is reported to the page and does no harm.

## What it returns

${table('host-kit/src/baton.ts', 'Baton', 'member')}

## Where and how a module stands

${table('host-kit/src/baton.ts', 'Placement', 'field')}

## An application of single-spa

What \`register\` takes, besides a placement:

${table('host-kit/src/baton.ts', 'Registered', 'field')}

## What stands in an outlet

${table('host-kit/src/modules/outlet.ts', 'Outlet', 'member')}

## A module that opens and closes

\`baton.panel(module, options)\`, for modules whose [manifest](manifest.md) declares a panel: of Baton's own, Team Communicator.

${table('host-kit/src/modules/panel.ts', 'Panel', 'member')}

Its options:

${table('host-kit/src/modules/panel.ts', 'PanelOptions', 'option')}

## How far a module's code has come

\`baton.loads.getState(module)\` and \`subscribe((module, state) => …)\`.

${commentOf('host-kit/src/modules/load-state.ts', 'LoadState')}

Why a load failed: [errors](errors.md).

## Overrides

For developers, where the option \`overrides\` allows it: [developing a module](../developing-a-module.md).

${table('host-kit/src/modules/overrides.ts', 'Overrides', 'member')}

## What a module is passed

${table('contracts/src/host/host-context.ts', 'ModuleProps', 'prop')}

## HostContext

${table('contracts/src/host/host-context.ts', 'HostContext', 'member')}

## Adapters

Each has a default made by host-kit; what each has to do is in [adapters.ts](../../packages/contracts/src/host/adapters.ts).

${table('contracts/src/host/adapters.ts', 'HostAdapters', 'adapter')}
`;
}
