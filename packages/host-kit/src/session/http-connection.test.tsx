import { httpConnection } from './http-connection';

const agent = { id: 'ana', name: 'Ana Ruiz' };
const getToken = () => Promise.resolve('token');

test('windows share the stream of one agent at one backend, wherever their page is', () => {
  expect(httpConnection({ baseUrl: '/', getToken }, agent).sharedAs).toBe('http://localhost/ ana');
  expect(httpConnection({ baseUrl: 'http://localhost/', getToken }, agent).sharedAs).toBe('http://localhost/ ana');
  expect(httpConnection({ baseUrl: '/', getToken }, { ...agent, id: 'bianca' }).sharedAs).toBe(
    'http://localhost/ bianca',
  );
});

test.each([
  ['the host does not want it', { shareStream: false }],
  ['only this window can use its fetch', { fetch }],
])('a window has a stream of its own when %s', (_, given) => {
  expect(httpConnection({ baseUrl: '/', getToken, ...given }, agent)).not.toHaveProperty('sharedAs');
});
