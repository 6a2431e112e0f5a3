// What msw 2 exports at its package root only. Version 3 has subpaths for it, so the move is this one file.
export { getResponse, http } from 'msw';
export type { HttpHandler } from 'msw';
