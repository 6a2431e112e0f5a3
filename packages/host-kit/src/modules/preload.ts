import type { ModuleManifest } from './manifest';

/**
 * Preloads files that a module needs while its entry is loading, which would fetch them only afterwards. Browsers without
 * preloading ignore it.
 */
export function preload(files: ModuleManifest['code'], base: string, nonce?: string): void {
  for (const { file, integrity } of files) {
    // Browsers do not use a preloaded file for a script with another integrity. Development builds have no hashes.
    if (integrity === undefined) continue;
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'script';
    link.crossOrigin = 'anonymous';
    link.integrity = integrity;
    if (nonce !== undefined) link.nonce = nonce;
    link.href = new URL(file, base).href;
    for (const outcome of ['load', 'error']) link.addEventListener(outcome, () => link.remove(), { once: true });
    document.head.append(link);
  }
}
