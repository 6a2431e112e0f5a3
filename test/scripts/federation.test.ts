import { runInNewContext } from 'node:vm';
import webpack from 'webpack';
import configurations, { MODULES } from '../../webpack.config.js';
import { standIn } from '../../scripts/webpack/remote-files.js';

const { ModuleFederationPlugin } = webpack.container;

test.each(MODULES)('%s is built by webpack’s own plugin for module federation', (name) => {
  const [configuration] = configurations({ only: name });
  const plugin = configuration?.plugins?.find((each) => each instanceof ModuleFederationPlugin);
  expect(plugin).toMatchObject({
    options: {
      name: expect.stringMatching(`^baton_${name.replaceAll('-', '_')}_[0-9a-f]{8}$`),
      filename: 'remoteEntry.js',
      exposes: { './app': { import: `./packages/${name}/src/index.ts` }, './parcel': expect.anything() },
      shared: {
        react: { requiredVersion: '^19.2.0', strictVersion: true },
        'react-dom/client': { requiredVersion: '^19.2.0', strictVersion: true },
        '@baton/ui': { requiredVersion: expect.stringMatching(/^=0\.\d+\.\d+-b/) },
      },
    },
  });
});

describe('the container whose name stays', () => {
  type Scope = Record<string, Record<string, unknown>>;

  /** The page after a module's stable entry has run, and the scopes that its container was given. */
  function setUp() {
    const scopes: Scope[] = [];
    const window: Record<string, unknown> = {
      baton_x_b1: { init: (scope: Scope) => void scopes.push(scope), get: (name: string) => `${name} of b1` },
    };
    runInNewContext(standIn('baton_x_b1', 'baton_x'), { window });
    const container = window['baton_x'] as { init(scope?: Scope): void; get(name: string): unknown };
    return { container, scopes };
  }

  const version = { get: () => undefined };
  const whole = (...versions: string[]) => Object.fromEntries(versions.map((each) => [each, version]));
  const set = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'];

  test('hands out what the module exposes', () => {
    expect(setUp().container.get('./app')).toBe('./app of b1');
  });

  test('takes the host’s React when all of it is there in one version, and nothing else', () => {
    const { container, scopes } = setUp();
    const offered = { ...Object.fromEntries(set.map((name) => [name, whole('19.3.1')])), lodash: whole('4.0.0') };
    container.init(offered);
    expect(Object.keys(scopes[0] ?? {}).toSorted()).toEqual(set.toSorted());
  });

  test.each([
    ['as most hosts share it', { react: whole('19.3.1'), 'react-dom': whole('19.3.1') }],
    ['in two versions', { ...Object.fromEntries(set.map((name) => [name, whole('19.3.1')])), react: whole('19.2.0') }],
    ['not at all', {}],
  ])('takes none of it %s, and adds nothing to the host’s scope', (_, offered: Scope) => {
    const { container, scopes } = setUp();
    const before = JSON.stringify(offered);
    container.init(offered);
    expect(scopes).toEqual([{}]);
    expect(scopes[0]).not.toBe(offered);
    expect(JSON.stringify(offered)).toBe(before);
  });

  test('hosts that ask twice get one scope: a container may be given one only', () => {
    const { container, scopes } = setUp();
    container.init({});
    container.init(undefined);
    expect(scopes[1]).toBe(scopes[0]);
  });
});
