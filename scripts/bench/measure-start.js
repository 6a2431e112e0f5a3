import { serveComposed, serveForeignHost, serveOneBundle } from '../serve/desktop-servers.js';
import { observeStart, profiles } from './observe-start.js';
import { weigh } from './weigh.js';

const ROUNDS = 5;

/**
 * Starts the desktop as one bundle, composed of four origins, and in a host of another team, in turns, on each network.
 *
 * @param {string} executablePath a Chromium
 * @returns {Promise<{bytes: object[], times: object[], files: string[]}>} rows of two tables, and the scripts of the composed start
 */
export async function measureStart(executablePath) {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath });
  const arrangements = [
    { name: 'one bundle', servers: await serveOneBundle(), starts: [] },
    { name: 'composed', servers: await serveComposed(), starts: [] },
    { name: 'host of another team', servers: await serveForeignHost(), starts: [] },
  ];
  // Before anything is timed, for which the machine should have nothing else to do.
  for (const arrangement of arrangements) arrangement.weights = await weights(browser, arrangement.servers);
  const [single, composed] = arrangements;
  for (const profile of profiles) {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { servers, starts } of round % 2 === 0 ? arrangements : arrangements.toReversed()) {
        starts.push({ profile, ...(await observeStart(browser, servers, profile)) });
      }
    }
  }
  await browser.close();
  for (const { servers } of arrangements) await servers.close();

  return {
    bytes: ['usable', 'warm'].flatMap((moment) =>
      arrangements.map((arrangement) => rowOfBytes(arrangement, single, moment)),
    ),
    times: profiles.flatMap((profile) => arrangements.map((arrangement) => rowOfTimes(arrangement, single, profile))),
    files: composed.weights.usable.files.map((url) => new URL(url).pathname),
  };
}

/** What a start fetches, and how much that weighs. */
async function weights(browser, servers) {
  const { usable, warm, depth } = await observeStart(browser, servers);
  const weighed = async (fetched) => ({ ...fetched, ...(await weigh(fetched.files.map(servers.fileOf))) });
  return { usable: await weighed(usable), warm: await weighed(warm), depth };
}

function rowOfBytes({ name, weights }, { weights: single }, moment) {
  const { requests, files, gzip, brotli } = weights[moment];
  return {
    desktop: `${name}, ${moment}`,
    requests,
    'JavaScript files': files.length,
    'kB gzip': kilobytes(gzip),
    '× one bundle': (gzip / single[moment].gzip).toFixed(2),
    'kB brotli': kilobytes(brotli),
    depth: weights.depth,
  };
}

function rowOfTimes({ name, starts }, single, profile) {
  const times = timesOf(starts, profile);
  return {
    network: profile.name,
    desktop: name,
    'ready ms, median': Math.round(median(times)),
    min: Math.round(Math.min(...times)),
    max: Math.round(Math.max(...times)),
    '× one bundle': (median(times) / median(timesOf(single.starts, profile))).toFixed(2),
  };
}

function timesOf(starts, profile) {
  return starts.filter((start) => start.profile === profile).map(({ ready }) => ready);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}
