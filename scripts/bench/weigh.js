import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ownPath = fileURLToPath(import.meta.url);

/**
 * Weighs files as servers compress them, in another process: the one that asks serves pages meanwhile.
 *
 * @param {string[]} files paths
 * @returns {Promise<{gzip: number, brotli: number}>} bytes of all of them, gzip -9 and brotli 11
 */
export async function weigh(files) {
  const { stdout } = await promisify(execFile)(process.execPath, [ownPath, ...files]);
  return JSON.parse(stdout);
}

if (process.argv[1] === ownPath) {
  const contents = process.argv.slice(2).map((file) => readFileSync(file));
  const sum = (compress) => contents.reduce((bytes, content) => bytes + compress(content).length, 0);
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  console.log(
    JSON.stringify({
      gzip: sum((content) => gzipSync(content, { level: 9 })),
      brotli: sum((content) => brotliCompressSync(content, brotli)),
    }),
  );
}
