import { getConfig, within } from '@testing-library/react';
import type { BoundFunctions, queries } from '@testing-library/react';
import type { ReactNode } from 'react';
import { factSchemas, requestSchemas } from '@baton/contracts/schemas';
import type { BusIntents, HostContext, ModuleLifecycles } from '@baton/contracts';
import { isFactTopic, isRequestTopic } from '@baton/event-bus';
import type { Catalogue } from '@baton/ui';
import { defineModule } from '../define-module';
import { watchBareTexts } from './bare-texts';

/** Testing Library's queries inside the module's shadow root, and the controls of the mounted copy. */
export interface InHost extends BoundFunctions<typeof queries> {
  /** The root element inside the shadow root. */
  container: HTMLElement;
  /** The host's element, to which the shadow root is attached. */
  element: HTMLElement;
  /** The focused element inside the shadow root; `document.activeElement` is only `element`. */
  focused(): Element | null;
  /** What the module has passed to `onCrash`. */
  crashes: readonly unknown[];
  update(props?: { view?: string | undefined }): Promise<void>;
  unmount(): Promise<void>;
}

/** A part of a module may use every topic; the declared topics are checked in the tests of whole modules. */
const everything: BusIntents = {
  emits: Object.keys(factSchemas).filter(isFactTopic),
  listens: Object.keys(factSchemas).filter(isFactTopic),
  asks: Object.keys(requestSchemas).filter(isRequestTopic),
  answers: Object.keys(requestSchemas).filter(isRequestTopic),
};

const watched = new Set<ReturnType<typeof watchBareTexts>>();
const mounted = new Set<() => Promise<void>>();

/**
 * Mounts a module, or a part of one, as a host does: into an element of the page, in a real shadow root. Unmounts it
 * after the test.
 */
export async function renderInHost(
  subject: Required<ModuleLifecycles> | ReactNode,
  context: HostContext,
  { view, catalogue = {} }: { view?: string | undefined; catalogue?: Catalogue } = {},
): Promise<InHost> {
  const lifecycles = isModule(subject)
    ? subject
    : defineModule({
        name: 'part',
        version: '0.0.0',
        sheets: [],
        catalogue,
        intents: everything,
        view: () => subject,
      });
  const element = document.body.appendChild(document.createElement('div'));
  const crashes: unknown[] = [];
  const props = { context, view, domElement: element, onCrash: (error: unknown) => void crashes.push(error) };

  await withoutAct(() => lifecycles.bootstrap(props));
  await withoutAct(() => lifecycles.mount(props));

  const unmount = async () => {
    mounted.delete(unmount);
    await withoutAct(() => lifecycles.unmount(props));
    element.remove();
  };
  mounted.add(unmount);

  const root = element.shadowRoot;
  const container = root?.querySelector<HTMLElement>('.baton-root');
  if (!root || !container) throw new Error('The module put up no shadow root.');
  const texts = watchBareTexts(container);
  watched.add(texts);
  return {
    ...within(container),
    container,
    element,
    focused: () => root.activeElement,
    crashes,
    update: (changes) => withoutAct(() => lifecycles.update({ ...props, ...changes })),
    unmount,
  };
}

afterEach(async () => {
  const bare = [...watched].flatMap((texts) => texts.found());
  for (const texts of watched) texts.stop();
  watched.clear();
  for (const unmount of mounted) await unmount();
  expect(bare).toEqual([]);
});

function isModule(subject: Required<ModuleLifecycles> | ReactNode): subject is Required<ModuleLifecycles> {
  return typeof subject === 'object' && subject !== null && 'mount' in subject;
}

/**
 * Runs `work` outside of React's `act`, so that React schedules as in a page. For tests that call lifecycles
 * themselves.
 */
export function withoutAct(work: () => Promise<unknown>): Promise<void> {
  return getConfig().asyncWrapper(async () => void (await work()));
}
