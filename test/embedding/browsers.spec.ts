import { test } from '@playwright/test';
import { openFirefox, openWebKitGtk } from '../../scripts/test/stock-browsers.js';
import { listen } from '../browser/support/world';
import { personAt } from './support/person';
import type { Person } from './support/person';

/** The composed desktop in the browsers that Playwright's Chromium does not speak for. */
const browsers = { Firefox: openFirefox, WebKitGTK: openWebKitGtk };

const ways: Record<string, { send: (ana: Person) => Promise<void>; accept: (bianca: Person) => Promise<void> }> = {
  'by pointer': {
    async send(ana) {
      await ana.clicks(transfer);
      await ana.isAt(search);
      await ana.types('Bianca');
      await ana.sees(bestMatches);
      await ana.clicks(actionsForBianca);
      await ana.clicks(smsTransfer);
    },
    accept: (bianca) => bianca.clicks(accept),
  },
  'with Tab, arrows and Enter': {
    async send(ana) {
      await ana.tabsTo(transfer);
      await ana.presses('Enter');
      await ana.isAt(search);
      await ana.types('Bianca');
      await ana.sees(bestMatches);
      await ana.presses('ArrowDown');
      await ana.presses('Enter');
      await ana.isAt(smsTransfer);
      await ana.presses('Enter');
    },
    async accept(bianca) {
      await bianca.tabsTo(accept);
      await bianca.presses('Enter');
    },
  },
  'with shortcuts': {
    async send(ana) {
      await ana.presses('Alt+Shift+T');
      await ana.isAt(search);
      await ana.types('Bianca');
      await ana.sees(bestMatches);
      await ana.presses('Enter');
      await ana.isAt(smsTransfer);
      await ana.presses('Enter');
    },
    accept: (bianca) => bianca.presses('Alt+Shift+A'),
  },
};

const conversation = { role: 'textbox', name: 'Message to Sam Carter' };
const transfer = { role: 'button', name: 'Transfer' };
const search = { role: 'searchbox', name: 'Find a target' };
const bestMatches = { role: 'rowgroup', name: 'Best matches' };
const actionsForBianca = { role: 'button', name: 'Actions for Bianca Okafor' };
const smsTransfer = { role: 'menuitem', name: 'SMS transfer' };
const accept = { role: 'button', name: 'Accept' };
const incoming = { role: 'region', name: 'Incoming interactions' };

// Two browsers each: one test at a time.
test.describe.configure({ mode: 'default', timeout: 120_000 });
for (const [name, open] of Object.entries(browsers)) {
  for (const [way, { send, accept: acceptIt }] of Object.entries(ways)) {
    test(`${name}: a conversation is handed over ${way}`, async () => {
      const [ofAna, ofBianca] = await Promise.all([open(), open()]);
      test.info().annotations.push({ type: 'browser', description: ofAna.version });
      const { createContactCentreListener } = await import('../../dist/serve/index.js');
      const centre = createContactCentreListener({});
      const site = await listen({ '/': 'dist/live', '/modules/': 'dist/modules' }, centre.listener);
      const ana = personAt(ofAna);
      const bianca = personAt(ofBianca);
      try {
        await ofBianca.go(`${site.origin}/?agent=bianca`);
        await bianca.sees(incoming);
        await ofAna.go(`${site.origin}/?agent=ana`);
        await ana.sees(conversation);

        await send(ana);
        await bianca.reads(accept);
        await acceptIt(bianca);
        await ana.seesNo(conversation);
        await bianca.isAt(conversation);
      } finally {
        await ofAna.close();
        await ofBianca.close();
        centre.close();
        await site.close();
      }
    });
  }
}
