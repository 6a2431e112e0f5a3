/**
 * Finds text nodes with sibling nodes during a test. Page translators replace text nodes with elements of their own;
 * React can then no longer remove or change such a text, or insert before it. A text node without siblings is safe,
 * because React replaces the content of its element as a whole.
 *
 * @returns the texts found so far, each with the opening tag of its element
 */
export function watchBareTexts(root: HTMLElement): { found(): readonly string[]; stop(): void } {
  const found = new Set<string>();
  const check = (node: Node) => {
    if (node instanceof Text) {
      const parent = node.parentElement;
      if (parent === null || node.data === '' || parent.childNodes.length === 1) return;
      found.add(`${/^<[^>]*>/.exec(parent.outerHTML)?.[0] ?? ''} … ${JSON.stringify(node.data)}`);
    } else node.childNodes.forEach(check);
  };
  const checkAll = (changes: MutationRecord[]) => {
    for (const { target } of changes) target.childNodes.forEach(check);
  };
  const observer = new MutationObserver(checkAll);
  observer.observe(root, { childList: true, subtree: true });
  check(root);
  return {
    found() {
      checkAll(observer.takeRecords());
      return [...found];
    },
    stop: () => observer.disconnect(),
  };
}
