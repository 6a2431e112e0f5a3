import { join } from 'node:path';
import webpack from 'webpack';

export default {
  mode: 'production',
  entry: './src/index.js',
  output: { path: join(import.meta.dirname, 'dist'), filename: 'main.js', publicPath: 'auto' },
  performance: { hints: false },
  plugins: [
    new webpack.container.ModuleFederationPlugin({
      name: 'shell',
      shared: {
        react: { singleton: true, requiredVersion: '^18.3.0' },
        'react-dom': { singleton: true, requiredVersion: '^18.3.0' },
      },
    }),
  ],
};
