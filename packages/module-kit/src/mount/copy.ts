import * as React from 'react';
import { createRoot } from 'react-dom/client';
import singleSpaReact from 'single-spa-react';
import { createTexts, uiCatalogue, uiTranslations } from '@baton/ui';
import type { LifecycleProps } from '@baton/contracts';
import type { ModuleDefinition } from '../module-definition';
import { ModuleRoot } from './module-root';
import type { ModuleRootProps } from './module-root';
import { createStage } from './stage';

/** One mounted copy of a module. */
export interface Copy {
  mount(props: LifecycleProps): Promise<void>;
  update(props: LifecycleProps): Promise<void>;
  unmount(props: LifecycleProps): Promise<void>;
}

/** The lifecycles of single-spa-react, with the one prop of single-spa that they read. */
interface Lifecycles {
  mount(props: ReactProps): Promise<unknown>;
  update?(props: ReactProps): Promise<unknown>;
  unmount(props: ReactProps): Promise<unknown>;
}
type ReactProps = ModuleRootProps & { name: string };

let copies = 0;

/** Creates a stage in `element`, and the lifecycles that render into it. */
export function createCopy(definition: ModuleDefinition, element: HTMLElement, { context }: LifecycleProps): Copy {
  copies += 1;
  // Unique, because single-spa-react keeps all roots of the page in one object by name.
  const name = `${definition.name}-${copies}`;
  const stage = createStage(element, context, definition.sheets);
  const texts = createTexts({
    locale: context.locale,
    catalogues: [definition.catalogue, uiCatalogue],
    translations: [definition.translations ?? {}, uiTranslations],
    overrides: context.messages,
    clock: context.clock,
  });
  let revision = 0;

  const react: Lifecycles = singleSpaReact<ModuleRootProps>({
    React,
    ReactDOMClient: {
      // Other copies of React in the page count their ids from 0, too.
      createRoot: (container: HTMLElement) =>
        createRoot(container, { identifierPrefix: `${name}-`, onCaughtError: ignore }),
    },
    rootComponent: ModuleRoot,
    suppressComponentDidCatchWarning: true,
  });

  const rootProps = (props: LifecycleProps) => {
    revision += 1;
    return {
      ...props,
      name,
      domElement: stage.app,
      definition,
      overlays: stage.overlays,
      page: stage.page,
      texts,
      revision,
    };
  };

  return {
    async mount(props) {
      // If the language cannot be loaded, the agent works in English and the error is visible in the console.
      await texts.ready.catch((problem: unknown) => reportError(problem));
      stage.setLanguage(texts.language);
      await react.mount(rootProps(props));
    },
    async update(props) {
      await react.update?.(rootProps(props));
    },
    async unmount(props) {
      await react.unmount(rootProps(props));
      stage.dispose();
    },
  };
}

/** The error boundary reports to the host; React's own log would be a repetition. */
function ignore(): void {}
