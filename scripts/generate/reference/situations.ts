import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioGroups } from '../../../mocks/scenarios';
import type { Scenario } from '../../../mocks/scenarios';
import { stateGroups } from '../../../mocks/states';
import type { State } from '../../../mocks/states';

const docs = join(__dirname, '../../../docs');
const served = 'http://localhost:4400';

/** Every state, with its link and what it shows. */
export function statesPage(): string {
  return `# States

A state is a moment of the desktop with a link: \`npm start\`, then \`/?at=declined\`. What leads to it has happened when the page opens, and the clock stands still. Everything can be used all the same: what you do goes on from there.

A link takes further keys, such as \`&theme=dark\`, \`&locale=ar\` or \`&width=320\` ([all of them](../shell/README.md)); \`/two-desktops?at=declined\` shows both agents. While a page opens its state, \`data-situation\` at its root is \`opening\`, then \`open\`, or \`failed\`.

${stateGroups
  .map(
    ({ title, states }) => `## ${title}

${table(['', 'state', 'shows', 'two desktops'], states.map(stateRow))}`,
  )
  .join('\n\n')}

## To add one

1. Write a file in the folder of \`mocks/states/\` that fits, named like the state's id, with one \`defineState\`: what is \`played\` before the page opens, when it opens, and what it \`shows\`. \`network\` makes requests fail.
2. What only a hand in the page can bring about goes into \`steps\`: an open menu, a draft. A step finds its part of the page by the names in [parts](reference/parts.md), so that it works in every language; \`mocks/states/step.ts\` lists what a step can do. A happening that is played later than the state opens comes when a step lets time go on until then.
3. \`npm run generate -- states documents\` writes the index of the folder and this page.
4. Open its link. A step that finds nothing is told on the page. \`npx jest mocks/states\` says whether the contact centre is as the state says.
`;
}

/** Every scenario, with its link. */
export function scenariosPage(): string {
  return `# Scenarios

A scenario is a situation to play through: a contact centre as it is at the start, colleagues and customers who act by a script, and a network. \`npm start\`, then \`/?scenario=target-declines&agent=ana\`; a moment with the clock stopped is a [state](states.md).

${scenarioGroups
  .map(
    ({ title, scenarios }) => `## ${title}

${table(['', 'scenario', 'two desktops'], scenarios.map(scenarioRow))}`,
  )
  .join('\n\n')}

## To add one

Write it into a file of \`mocks/scenarios/\` that fits, and add it to its group in \`mocks/scenarios/index.ts\`. \`npm run generate -- documents\` writes this page.
`;
}

function stateRow(state: State): string[] {
  const { id, title, description, shows } = state;
  const shown = Object.entries(shows).map(([what, word]) => `${what}: ${word}`);
  return [
    thumbnail(state),
    `[${title}](${served}/?at=${id}). ${description}`,
    shown.join(', '),
    `[${id}](${served}/two-desktops?at=${id})`,
  ];
}

function scenarioRow(scenario: Scenario): string[] {
  const { id, title, description, agent } = scenario;
  return [
    thumbnail(scenario),
    `[${title}](${served}/?scenario=${id}&agent=${agent}). ${description}`,
    `[${id}](${served}/two-desktops?scenario=${id})`,
  ];
}

/** Its picture, once \`npm run contact-sheet\` has made one. */
function thumbnail({ id, title }: { id: string; title: string }): string {
  return existsSync(join(docs, 'thumbnails', `${id}.jpg`)) ? `![${title}](thumbnails/${id}.jpg)` : '';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
