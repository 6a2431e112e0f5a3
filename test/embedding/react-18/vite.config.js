import react from '@vitejs/plugin-react';

export default {
  plugins: [react()],
  build: { target: 'es2022', rollupOptions: { input: 'src/main.tsx', output: { entryFileNames: '[name].js' } } },
};
