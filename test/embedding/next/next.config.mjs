/** @type {import('next').NextConfig} */
export default { output: 'export', distDir: 'dist', outputFileTracingRoot: import.meta.dirname };
