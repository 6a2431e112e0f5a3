import { createServer } from 'node:http';
import { ControlError, Situation, createControl, startContactCentre } from '@baton/mocks';
import type { ColleagueBehaviour } from '@baton/mocks';
import { createNodeListener } from '@baton/mocks/node';
import { setupServer } from 'msw/node';

// What a team writes that tests its shell.
export async function play(): Promise<string> {
  const centre = startContactCentre({ base: { state: 'declined' }, network: { latencyMs: [100, 200] } });
  setupServer(...centre.handlers).listen();
  createServer(createNodeListener(centre.handlers)).listen(4401);
  const control = createControl(fetch, 'https://routing.example/');
  const declines: ColleagueBehaviour = { agentId: 'bianca', answer: 'decline', reason: 'busy', afterMs: 5000 };
  await control.setColleague(declines);
  await control.customerWrites({ interactionId: 'sms-1001', text: 'Hello' }).catch((error: unknown) => {
    if (error instanceof ControlError) console.error(error.operation, error.code);
  });
  const { play: played, until } = await control.happened();
  const again: Situation = { base: { scenario: 'default' }, play: played, until };
  startContactCentre(again).close();
  const [agent] = (await control.overview()).agents;
  return `${agent?.name} ${JSON.stringify(Situation)}`;
}

// @ts-expect-error a scenario or a state
startContactCentre({ base: {} });
// @ts-expect-error no such answer
void createControl(fetch).setColleague({ agentId: 'bianca', answer: 'shout', afterMs: 0 });
