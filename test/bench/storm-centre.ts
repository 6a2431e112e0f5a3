import type { RequestListener } from 'node:http';
import { createHandlers } from '../../mocks/handlers';
import { conversation, demoCentre } from '../../mocks/scenarios/demo-data';
import { findScenario } from '../../mocks/scenarios';
import { createNodeListener } from '../../mocks/server/node-listener';
import { createContactCentre } from '../../mocks/service/contact-centre';

const conversations = 50;
const targets = 20_000;

/** A busy contact centre over HTTP, in the process of who measures: not in the page. */
export async function openStormCentre(): Promise<{
  listener: RequestListener;
  /** How many presences change in a second. */
  setPresences(perSecond: number): Promise<unknown>;
  /** The next customer writes, of all conversations in turn. */
  customerWrites(text: string): Promise<unknown>;
  tellAgents(text: string): Promise<unknown>;
  close(): void;
}> {
  const demo = demoCentre({ ana: { capacity: conversations + 10 } });
  const others = Array.from({ length: conversations - demo.conversations.length }, (_, place) =>
    conversation({ name: `Demo customer ${place}`, digits: 200 + place }, [5, 'customer', 'My parcel has not come.']),
  );
  const seed = { ...demo, conversations: [...demo.conversations, ...others] };
  const centre = createContactCentre({ scenario: { ...findScenario('default'), seed } });
  await centre.control.setDirectory({ size: targets });
  let turn = 0;
  return {
    listener: createNodeListener(createHandlers(centre, {})),
    setPresences: (perSecond) => centre.control.setPresenceTraffic({ perSecond }),
    customerWrites(text) {
      const { id: interactionId } = seed.conversations[turn % seed.conversations.length] ?? { id: '' };
      turn += 1;
      return centre.control.customerWrites({ interactionId, text });
    },
    tellAgents: (text) =>
      centre.control.tellAgents({ notice: { kind: 'broadcast', severity: 'information', from: 'Demo lead', text } }),
    close: () => centre.close(),
  };
}
