import type { Clock } from '@baton/contracts';

/** The manifest could not be fetched, or is not one. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/** A manifest that has not come by then will not come, in milliseconds. */
const patienceMs = 5000;

/**
 * Fetches a module's manifest. The federation runtime itself neither checks
 * the answer nor ends the wait, and after a JSON answer that is no manifest it
 * never asks again: so everything but a manifest is thrown as `ManifestError`.
 */
export async function checkedManifest(url: string, clock: Clock): Promise<Response> {
  const patience = new AbortController();
  const stop = clock.setTimeout(() => patience.abort(), patienceMs);
  const answer = await fetch(url, { cache: 'no-cache', signal: patience.signal })
    .catch((cause: unknown) => {
      throw new ManifestError(`${url} did not answer`, { cause });
    })
    .finally(stop);
  if (!answer.ok) throw new ManifestError(`${url} answered ${answer.status}`);
  if (!isManifest(await answer.clone().text())) throw new ManifestError(`${url} is not a module federation manifest`);
  return answer;
}

function isManifest(text: string): boolean {
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== 'object' || manifest === null) return false;
    return 'exposes' in manifest && Array.isArray(manifest.exposes) && 'metaData' in manifest && hasEntry(manifest.metaData);
  } catch {
    return false;
  }
}

function hasEntry(metaData: unknown): boolean {
  return (
    typeof metaData === 'object' &&
    metaData !== null &&
    'remoteEntry' in metaData &&
    typeof metaData.remoteEntry === 'object' &&
    metaData.remoteEntry !== null &&
    'name' in metaData.remoteEntry &&
    typeof metaData.remoteEntry.name === 'string'
  );
}
