/**
 * Replaces every text node with elements of its own, again after each change, as page translators do, whether or not
 * React still needs the node.
 *
 * @returns stops
 */
export function translate(root: Node): () => void {
  const observer = new MutationObserver(wrapAll);
  function wrapAll() {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text && node.data.trim() !== '' && !isExempt(node)) texts.push(node);
    }
    for (const text of texts) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  }
  wrapAll();
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}

function isExempt(text: Text): boolean {
  return text.parentElement?.closest('font, textarea, [translate="no"]') !== null;
}
