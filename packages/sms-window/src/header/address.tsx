import { isKnown } from '@baton/contracts';
import type { ContactAddress } from '@baton/contracts';
import { balanced } from '@baton/ui';

/** A customer's address, as people read it. */
export function Address({ address }: { address: ContactAddress }) {
  return (
    <bdi dir={directionOf(address)} translate="no">
      {balanced(address.display ?? address.value)}
    </bdi>
  );
}

/** Numbers and e-mail addresses run from left to right among any words; what is a word itself runs as its letters do. */
function directionOf({ kind }: ContactAddress): 'ltr' | 'auto' {
  return isKnown(kind) && kind !== 'alphanumeric' && kind !== 'other' ? 'ltr' : 'auto';
}
