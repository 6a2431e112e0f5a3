interface TrustedTypesFactory {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown;
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypesFactory;
  }
}

/**
 * Lets scripts and workers come from the given origins only. The browser asks
 * this policy for every script address that is set from a string, and refuses
 * what it throws at; markup from strings has no policy and is refused always.
 */
export function allowScriptsFrom(origins: readonly string[]): void {
  window.trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const { origin } = new URL(url, document.baseURI);
      if (origins.includes(origin)) return url;
      throw new TypeError(`Script from ${origin} refused: it is not on this page's list of module origins.`);
    },
  });
}
