import * as React from 'react';
import { createRoot } from 'react-dom/client';
import singleSpaReact from 'single-spa-react';
import { createTexts, uiCatalogue, uiTranslations } from '@baton/ui';
import type { ModuleDefinition } from '../define-module';
import { createQueryClient } from '../query';
import type { LifecycleProps } from './module-props';
import { ModuleRoot } from './module-root';
import type { ModuleRootProps } from './module-root';
import { createStage } from './stage';

/** One mounted copy of a module. */
export interface Copy {
  mount(props: LifecycleProps): Promise<void>;
  update(props: LifecycleProps): Promise<void>;
  unmount(props: LifecycleProps): Promise<void>;
}

/** The lifecycles of single-spa-react, with as much of single-spa's own props as they look at. */
interface Lifecycles {
  mount(props: ReactProps): Promise<unknown>;
  update?(props: ReactProps): Promise<unknown>;
  unmount(props: ReactProps): Promise<unknown>;
}
type ReactProps = ModuleRootProps & { name: string };

let made = 0;

/** Puts up a stage in `element` and makes the lifecycles that render into it. */
export function createCopy(definition: ModuleDefinition, element: HTMLElement, { context }: LifecycleProps): Copy {
  made += 1;
  // single-spa-react keeps the roots of all its users in one object, under this name.
  const name = `${definition.name}-${made}`;
  const stage = createStage(element, context, definition.sheets);
  const queries = createQueryClient();
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
      // Another copy of React in the page counts its ids from 0 too, hence the prefix.
      createRoot: (container: HTMLElement) =>
        createRoot(container, { identifierPrefix: `${name}-`, onCaughtError: leaveToHost }),
    },
    rootComponent: ModuleRoot,
    suppressComponentDidCatchWarning: true,
  });

  const rootProps = (props: LifecycleProps) => {
    revision += 1;
    return { ...props, name, domElement: stage.app, definition, overlays: stage.overlays, queries, texts, revision };
  };

  return {
    async mount(props) {
      // A language that does not come is told to the host's team; the agent works on in English.
      await texts.ready.catch((problem: unknown) => reportError(problem));
      stage.speak(texts.language);
      await react.mount(rootProps(props));
    },
    async update(props) {
      await react.update?.(rootProps(props));
    },
    async unmount(props) {
      await react.unmount(rootProps(props));
      queries.clear();
      stage.dispose();
    },
  };
}

/** The boundary tells the host what it caught; printing it once more would only repeat it. */
function leaveToHost(): void {}
