import { bootstrap, mount } from 'sms-window/app';
import * as team from 'team-communicator/parcel';
import type { HostContext } from '@baton/contracts';
import type { ModuleLifecycles } from '@baton/host-kit';

// What a host of Module Federation 2 writes, with the types that it finds beside the modules' entries.
export async function stand(context: HostContext, domElement: HTMLElement): Promise<void> {
  await bootstrap({ context, domElement });
  await mount({ context, domElement, view: 'sms' });
  // @ts-expect-error nothing to stand in
  await mount({ context });
}

export const lifecycles: Required<ModuleLifecycles> = team;
