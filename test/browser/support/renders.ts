import type { Page } from '@playwright/test';

/** What React has done in a part of a page. */
export interface Renders {
  /** Commits in which a component was called. */
  commits: number;
  /** Calls of components. */
  renders: number;
}

/** As far as React tells of a component or element, in the way that its developer tools read it. */
interface Fiber {
  tag: number;
  flags: number;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
}

declare global {
  interface Window {
    countedRenders: { take(): Record<string, Renders> };
  }
}

/** Counts from the next page on what React does. */
export async function countRenders(page: Page): Promise<void> {
  await page.addInitScript(installCounter);
}

/** What React has done since it was last asked, by module; `shell` is the rest of the page. */
export async function rendersOf(page: Page, module: string): Promise<Renders> {
  const all = await page.evaluate(() => window.countedRenders.take());
  return all[module] ?? { commits: 0, renders: 0 };
}

/** Takes the place of React's developer tools, which production builds call as well. */
function installCounter(): void {
  /** Functions, classes, forwarded references and memoised functions; one memoised with a comparison of its own has a function inside. */
  const components = new Set([0, 1, 11, 15]);
  const performedWork = 1;
  let counted: Record<string, Renders> = {};

  /** How many components were called below; `before` is the last commit's, `null` for what is new. */
  function rendersIn(fiber: Fiber, before: Fiber | null): number {
    let sum = Number(components.has(fiber.tag) && (fiber.flags & performedWork) !== 0);
    if (before && fiber.child === before.child) return sum;
    const kept = new Set<Fiber>();
    for (let child = before?.child ?? null; child; child = child.sibling) kept.add(child);
    for (let { child } = fiber; child; child = child.sibling)
      if (!kept.has(child))
        sum += rendersIn(child, child.alternate && kept.has(child.alternate) ? child.alternate : null);
    return sum;
  }

  function moduleOf(container: Node): string {
    for (let node: Node | null = container; node;) {
      const outside: Node = node.getRootNode();
      const element = node instanceof Element ? node.closest<HTMLElement>('[data-baton-module]') : null;
      if (element?.dataset.batonModule) return element.dataset.batonModule;
      node = outside instanceof ShadowRoot ? outside.host : null;
    }
    return 'shell';
  }

  Object.assign(window, {
    countedRenders: {
      take: () => {
        const taken = counted;
        counted = {};
        return taken;
      },
    },
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onScheduleFiberRoot() {},
      onCommitFiberUnmount() {},
      onPostCommitFiberRoot() {},
      onCommitFiberRoot(_: number, { current, containerInfo }: { current: Fiber; containerInfo: Node }) {
        const renders = rendersIn(current, current.alternate);
        if (renders === 0) return;
        const module = moduleOf(containerInfo);
        const { commits, renders: known } = counted[module] ?? { commits: 0, renders: 0 };
        counted[module] = { commits: commits + 1, renders: known + renders };
      },
    },
  });
}
