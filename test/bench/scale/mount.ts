import type { HostContext, ModuleLifecycles } from '@baton/contracts';
import { found } from './subject';

/** Mounts a module as a host does, with a height as in the shell. Gives the root inside its shadow root. */
export async function mountModule(module: Required<ModuleLifecycles>, context: HostContext): Promise<HTMLElement> {
  const domElement = document.body.appendChild(document.createElement('div'));
  domElement.style.cssText = 'block-size: 700px; inline-size: 480px';
  const props = { context, domElement };
  await module.bootstrap(props);
  await module.mount(props);
  return found(domElement.shadowRoot?.querySelector<HTMLElement>('.baton-root'), 'module');
}
