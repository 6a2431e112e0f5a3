interface TrustedTypesFactory {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown;
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypesFactory;
  }
}

/**
 * Allows scripts and workers from the given origins only, in pages that require Trusted Types. The browser calls this
 * policy for every script address that is set from a string, and blocks it when the policy throws. Markup from strings has
 * no policy, and is always blocked.
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
