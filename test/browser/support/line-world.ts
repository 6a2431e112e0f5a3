import type { RequestListener, ServerResponse } from 'node:http';
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Desktop } from './desktop';
import { listen, watch } from './world';

/**
 * What lies between the windows and the contact centre: `mute` passes requests and holds event streams back, as a
 * proxy that buffers; `dead` answers nothing, as a network that has gone; `cut` ends every connection.
 */
export type Line = 'works' | 'mute' | 'dead' | 'cut';

/** A contact centre over HTTP/1.1, and one browser profile whose windows reach it by a line that tests hold in their hands. */
export interface LineWorld {
  /** Opens a further window, and waits until it is ready to work. */
  open(agent: string): Promise<Desktop>;
  visit(path: string, prepare?: (page: Page) => Promise<void>): Promise<Page>;
  setLine(line: Line): void;
  setOffline(offline: boolean): Promise<void>;
  control(name: string, body: object): Promise<void>;
  /** How many event streams the contact centre serves now. */
  streams(): number;
}

export const test = base.extend<{ world: LineWorld }>({
  async world({ browser, contextOptions }, use) {
    const { createContactCentreListener } = await import('../../../dist/serve/index.js');
    const centre = createContactCentreListener({ control: true });
    const under = new Set<ServerResponse>();
    let line: Line = 'works';

    const passed: RequestListener = (request, response) => {
      if (request.url?.startsWith('/v1/control/')) return centre.listener(request, response);
      if (line === 'dead') return undefined;
      if (line === 'cut') return void request.socket.destroy();
      under.add(response);
      response.once('close', () => under.delete(response));
      if (line === 'mute' && request.url?.startsWith('/v1/events')) holdBack(response);
      return centre.listener(request, response);
    };
    const site = await listen({ '/': 'dist/live', '/modules/': 'dist/modules' }, passed);
    const profile = await browser.newContext(contextOptions);
    const problems: string[] = [];
    watch(profile, problems);

    const visit: LineWorld['visit'] = async (path, prepare) => {
      const page = await profile.newPage();
      await prepare?.(page);
      await page.goto(site.origin + path);
      return page;
    };
    await use({
      visit,
      async open(agent) {
        const desktop = new Desktop(await visit(`/?agent=${agent}`), agent);
        await desktop.ready();
        return desktop;
      },
      setLine(next) {
        line = next;
        for (const response of under) {
          if (line === 'cut') response.socket?.destroy();
          if (line === 'dead' || line === 'mute') holdBack(response);
        }
      },
      setOffline: (offline) => profile.setOffline(offline),
      async control(name, body) {
        const answer = await fetch(`${site.origin}/v1/control/${name}`, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        });
        expect(answer.status, `control ${name}`).toBeLessThan(300);
      },
      streams: () => centre.openStreams(),
    });
    await profile.close();
    centre.close();
    await site.close();
    expect(problems, 'errors in the console, or refused by the content security policy').toEqual([]);
  },
});

export { expect };

/** Lets the head of an answer pass, and nothing of its body from now on. */
function holdBack(response: ServerResponse): void {
  response.write = () => {
    response.flushHeaders();
    return true;
  };
}
