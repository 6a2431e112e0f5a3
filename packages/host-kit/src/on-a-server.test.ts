import { createBaton } from './baton';

// This test runs where there is no document, as on a server.

test('createBaton says where it belongs', () => {
  const create = () =>
    createBaton({
      agent: { id: 'ana', name: 'Ana Ruiz' },
      backend: { baseUrl: '/', getToken: () => Promise.resolve('token') },
      modules: {},
    });
  expect(create).toThrow(
    /^createBaton needs a page, and there is none: this code runs on a server\..+useEffect \(React\)/,
  );
});
