import { join } from 'node:path';
import { ModuleFederationPlugin } from '@module-federation/enhanced/webpack';

// The addresses stay the same from build to build of the modules.
const remote = (name, folder) => `${name}@http://localhost:4401/modules/${folder}/remoteEntry.js`;

const host = (filename, react, reactDom) => ({
  mode: 'production',
  entry: './src/index.js',
  output: { path: join(import.meta.dirname, 'dist'), filename, publicPath: 'auto', uniqueName: filename },
  resolve: { alias: { react, 'react-dom': reactDom } },
  performance: { hints: false },
  plugins: [
    new ModuleFederationPlugin({
      name: 'shell',
      remotes: {
        sms: remote('baton_sms_window', 'sms-window'),
        team: remote('baton_team_communicator', 'team-communicator'),
        notifications: remote('baton_notifications', 'notifications'),
      },
      shared: { react: { singleton: true }, 'react-dom': { singleton: true } },
      dts: false,
    }),
  ],
});

export default [host('main.js', 'react', 'react-dom'), host('main-19-0.js', 'react-19-0', 'react-dom-19-0')];
