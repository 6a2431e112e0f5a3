import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const files = ['index.html', 'desk.js', 'desk.css'];

/** Serves this folder: a foreign desktop. */
export const desktop = createServer((request, response) => {
  const [pathname] = request.url.split('?', 1);
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  if (!files.includes(name)) return void response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': types[extname(name)] });
  return void createReadStream(join(import.meta.dirname, name)).pipe(response);
});

if (process.argv[1] === import.meta.filename) {
  desktop.listen(4500, '127.0.0.1', () => console.log('Open http://localhost:4500'));
}
