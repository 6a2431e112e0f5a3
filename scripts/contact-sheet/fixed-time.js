// What would be new in pictures and snapshots each time: the time of day, the references of errors, and whether the
// browser takes a script of the test for a first click, after which sounds may be played.

/** When every situation begins. */
const begin = Date.parse('2026-03-02T10:40:00Z');
const mark = 'fixed-time';

/**
 * Lets a page or a worker begin at that time; its clock goes on from there. Ids differ as ever, but for their first
 * eight digits, which are the reference of an error.
 */
const sameScript = `{
  const OwnDate = Date;
  const ahead = ${begin} - OwnDate.now();
  globalThis.Date = class Date extends OwnDate {
    constructor(...given) {
      if (given.length === 0) super(OwnDate.now() + ahead);
      else super(...given);
    }
    static now() {
      return OwnDate.now() + ahead;
    }
  };
  const draw = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = (array) => (array.length === 16 ? draw(array).fill(0xba, 0, 4) : draw(array));
}`;

/** The first script of a page that begins at the fixed time, with the shared worker in which its contact centre is played. */
export const fixedTimeScript = `${sameScript}
Object.defineProperty(navigator.userActivation, 'hasBeenActive', { value: true });
globalThis.SharedWorker = class SharedWorker extends globalThis.SharedWorker {
  constructor(url, options) {
    super(\`\${url}?${mark}\`, options);
  }
};`;

/**
 * Serves as the listener does, and to a page with the script above what its shared worker begins with.
 *
 * @param {import('node:http').RequestListener} listener
 * @returns {import('node:http').RequestListener}
 */
export function withFixedTime(listener) {
  return (request, response) => {
    const [path, query] = request.url.split('?');
    if (query !== mark) return listener(request, response);
    return response
      .writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' })
      .end(`${sameScript}\nimportScripts(${JSON.stringify(path)});\n`);
  };
}
