declare global {
  interface Window {
    /** What live regions have said since it was last taken, as a screen reader would hear it. */
    takeHeard(): string[];
    /** Resolves once the page has read its event stream up to a time of the contact centre's. */
    caughtUp(time: number): Promise<void>;
  }
}

/**
 * Listens to every live region of a page, also inside of shadow roots, and to the time that its event stream tells. Runs
 * before the page's own scripts.
 */
export function installListener(): void {
  listenToStream();
  const heard: string[] = [];
  window.takeHeard = () => heard.splice(0);

  const observer = new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes) {
      if (!isLive(target)) continue;
      for (const node of addedNodes) {
        const text = isSilent(node) ? '' : plain(node.textContent ?? '');
        if (text !== '') heard.push(text);
      }
    }
  });
  const observe = (root: Node) => observer.observe(root, { childList: true, subtree: true });
  observe(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachHeard(init) {
    const root = attach.call(this, init);
    observe(root);
    return root;
  };

  function listenToStream() {
    let told = 0;
    let waiting: { time: number; resolve: () => void }[] = [];
    window.caughtUp = (time) =>
      told >= time ? Promise.resolve() : new Promise((resolve) => waiting.push({ time, resolve }));

    const send = window.fetch;
    window.fetch = async (input, init) => {
      const answer = await send(input, init);
      if (answer.body === null || answer.headers.get('content-type') !== 'text/event-stream') return answer;
      const [theirs, ours] = answer.body.tee();
      void follow(ours.pipeThrough(new TextDecoderStream())).catch(() => undefined);
      return new Response(theirs, answer);
    };

    async function follow(stream: ReadableStream<string>) {
      for (const reader = stream.getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) return;
        for (const [, at] of value.matchAll(/"at":(\d+),"everyMs"/g)) told = Math.max(told, Number(at));
        for (const { time, resolve } of waiting) if (told >= time) resolve();
        waiting = waiting.filter(({ time }) => told < time);
      }
    }
  }

  function isLive(node: Node): boolean {
    const element = node instanceof Element ? node : node.parentElement;
    return element?.closest('[role="status"], [role="alert"], [role="log"]') != null;
  }

  /** What agents have written themselves is not read to them. */
  function isSilent(node: Node): boolean {
    return node instanceof Element && node.closest('[aria-live="off"]') !== null;
  }

  function plain(text: string): string {
    return text
      .replaceAll(/[\u200E\u200F\u2066-\u2069]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  }
}
