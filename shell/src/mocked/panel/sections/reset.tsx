import { useState } from 'react';
import { Button, ConfirmDialog, useCommand } from '@baton/ui';

/** Starts the situation over, after asking. */
export function Reset({ reset }: { reset(): Promise<void> }) {
  const [asking, setAsking] = useState(false);

  const { busy, run } = useCommand(async () => {
    await reset();
    setAsking(false);
  });

  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        Reset
      </Button>
      <ConfirmDialog
        open={asking}
        title="Start the situation over?"
        body="All conversations start again, in every window."
        confirmLabel="Reset"
        cancelLabel="Keep going"
        busy={busy}
        onConfirm={run}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
