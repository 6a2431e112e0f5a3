import { getConfig, within } from '@testing-library/react';
import type { BoundFunctions, queries } from '@testing-library/react';
import type { ReactNode } from 'react';
import { factSchemas, requestSchemas } from '@baton/contracts/schemas';
import type { BusIntents, HostContext } from '@baton/contracts';
import { isFactTopic, isRequestTopic } from '@baton/event-bus';
import type { Catalogue } from '@baton/ui';
import { defineModule } from '../define-module';
import type { ModuleLifecycles } from '../define-module';

/** Testing Library's queries, looking inside the module's shadow root, and a grip on the mounted copy. */
export interface InHost extends BoundFunctions<typeof queries> {
  /** The div that all of it is in. */
  container: HTMLElement;
  /** The element that the host gave; the shadow root is on it. */
  element: HTMLElement;
  /** What has focus inside the shadow root; from outside one sees only `element`. */
  focused(): Element | null;
  /** What the module told its host in `onCrash`. */
  crashes: readonly unknown[];
  update(props?: { view?: string }): Promise<void>;
  unmount(): Promise<void>;
}

/** A piece says and hears what its module does; that is checked where the module is mounted whole. */
const everything: BusIntents = {
  emits: Object.keys(factSchemas).filter(isFactTopic),
  listens: Object.keys(factSchemas).filter(isFactTopic),
  asks: Object.keys(requestSchemas).filter(isRequestTopic),
  answers: Object.keys(requestSchemas).filter(isRequestTopic),
};

const mounted = new Set<() => Promise<void>>();

/**
 * Mounts a module, or a piece of one, as a host does: into an element of the
 * page, in a real shadow root. What is left mounted is unmounted after the test.
 */
export async function renderInHost(
  subject: ModuleLifecycles | ReactNode,
  context: HostContext,
  { view, catalogue = {} }: { view?: string; catalogue?: Catalogue } = {},
): Promise<InHost> {
  const lifecycles = isModule(subject)
    ? subject
    : defineModule({
        name: 'piece',
        version: '0.0.0',
        sheets: [],
        catalogue,
        intents: everything,
        view: () => subject,
      });
  const element = document.body.appendChild(document.createElement('div'));
  const crashes: unknown[] = [];
  const props = { context, view, domElement: element, onCrash: (error: unknown) => void crashes.push(error) };

  await settled(() => lifecycles.bootstrap(props));
  await settled(() => lifecycles.mount(props));

  const unmount = async () => {
    mounted.delete(unmount);
    await settled(() => lifecycles.unmount(props));
    element.remove();
  };
  mounted.add(unmount);

  const root = element.shadowRoot;
  const container = root?.querySelector<HTMLElement>('.baton-root');
  if (!root || !container) throw new Error('The module put up no shadow root.');
  return {
    ...within(container),
    container,
    element,
    focused: () => root.activeElement,
    crashes,
    update: (changes) => settled(() => lifecycles.update({ ...props, ...changes })),
    unmount,
  };
}

afterEach(async () => {
  for (const unmount of mounted) await unmount();
});

function isModule(subject: ModuleLifecycles | ReactNode): subject is ModuleLifecycles {
  return typeof subject === 'object' && subject !== null && 'mount' in subject;
}

/** Lets React work at its own pace, as in a page, while `work` goes on; for calling lifecycles by hand. */
export function settled(work: () => Promise<void>): Promise<void> {
  return getConfig().asyncWrapper(work);
}
