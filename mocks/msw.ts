// msw 2 exports these at its package root only. Version 3 has subpaths: then only this file changes.
export { getResponse, http } from 'msw';
export type { HttpHandler } from 'msw';
