// Answers from its cache first, as careless workers do, and never looks again.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  // The contact centre's requests and streams are no files.
  if (request.method !== 'GET' || new URL(request.url).pathname.startsWith('/v1/')) return;
  event.respondWith(fromCache(request));
});

async function fromCache(request) {
  const cache = await caches.open('files');
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
