import type { Baton } from '@baton/host-kit';
import { ModuleOutlet } from '@baton/host-kit/react';

// What a team writes whose desktop is made with React.
export function Desk({ baton }: { baton: Baton }) {
  return (
    <ModuleOutlet
      className="messages"
      baton={baton}
      module="notifications"
      view="messages"
      label="My Messages"
      room="button"
    />
  );
}

// A place of the host's own size.
export const sized = (baton: Baton) => (
  <ModuleOutlet style={{ flex: 1 }} baton={baton} module="sms-window" label="SMS window" />
);

// @ts-expect-error a module needs a name that agents can read
export const nameless = (baton: Baton) => <ModuleOutlet baton={baton} module="sms-window" />;
