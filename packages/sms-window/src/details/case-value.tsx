import { useHost } from '@baton/module-kit';
import type { CaseFact } from '@baton/module-kit';

/** A value of the case data, with its link where the host gives one. */
export function CaseValue({ fact: { text, url } }: { fact: CaseFact }) {
  const { navigate } = useHost().adapters;
  const words = (
    <bdi dir="auto" translate="no">
      {text}
    </bdi>
  );
  if (url === undefined) return words;
  return (
    <a
      href={url.href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        event.preventDefault();
        navigate(url);
      }}
    >
      {words}
    </a>
  );
}
