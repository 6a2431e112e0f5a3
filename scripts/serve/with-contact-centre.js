/**
 * Puts a contact centre in front of files, on one origin.
 *
 * @param {import('node:http').RequestListener} centre answers everything under `/v1/`
 * @param {import('node:http').RequestListener} files answers the rest
 * @returns {import('node:http').RequestListener}
 */
export function withContactCentre(centre, files) {
  return (request, response) => (request.url.startsWith('/v1/') ? centre : files)(request, response);
}
