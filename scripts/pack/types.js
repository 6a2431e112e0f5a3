import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { root } from '../common/project.js';
import { run } from '../common/run.js';
import { entriesOf, folderOf, manifestOf, PACKAGES, roomsWithin } from './packages.js';

/** Declarations of all rooms, laid out as if they were installed. */
const declarations = join(root, '.cache/types');

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'ES2024.String', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  strict: true,
  skipLibCheck: true,
  types: ['node'],
};

/**
 * Writes the declarations of the packages, one file per entry with those of the rooms built in,
 * and the reports of what they promise.
 *
 * @param {(room: string) => string} targetOf where a package's declarations go
 * @param {string} reports where the API reports go
 * @throws when something does not compile, or a declaration cannot be rolled up
 */
export async function writeTypes(targetOf, reports) {
  const rooms = [...new Set(PACKAGES.flatMap((room) => [room, ...roomsWithin(room)]))];
  await emit(rooms);
  const api = await import('@microsoft/api-extractor');
  mkdirSync(reports, { recursive: true });
  for (const room of PACKAGES) {
    for (const entry of entriesOf(room)) rollUp(api, room, entry, join(targetOf(room), `${entry.file}.d.ts`), reports);
  }
}

async function emit(rooms) {
  rmSync(declarations, { recursive: true, force: true });
  const installed = join(declarations, 'node_modules/@baton');
  mkdirSync(installed, { recursive: true });
  for (const room of rooms) symlinkSync(join('../..', folderOf(room)), join(installed, room), 'junction');
  const config = join(declarations, 'tsconfig.json');
  const entries = rooms.flatMap((room) =>
    entriesOf(room).map(({ path, source }) => [join('@baton', room, path), join(root, source)]),
  );
  const sources = entries.map(([, source]) => source);
  writeFileSync(
    config,
    JSON.stringify({
      extends: relative(declarations, join(root, 'tsconfig.json')),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        outDir: '.',
        rootDir: root,
        // Of files that it first meets by way of node_modules, the compiler emits nothing; which those are is chance.
        paths: Object.fromEntries(entries.map(([name, source]) => [name, [source]])),
      },
      files: [...sources, join(root, 'packages/ui/src/css.d.ts')],
      include: [],
    }),
  );
  const { code } = await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], {
    seconds: 120,
  });
  if (code !== 0) throw new Error('The declarations of the packages could not be written.');
  for (const room of rooms) {
    const { name, version } = manifestOf(room);
    const folder = folderOf(room);
    const exports = Object.fromEntries(
      entriesOf(room).map(({ path, source }) => [path, `./${posix.relative(folder, declarationOf(source))}`]),
    );
    writeFileSync(join(declarations, folder, 'package.json'), JSON.stringify({ name, version, exports }));
  }
}

function declarationOf(source) {
  return source.replace(/\.tsx?$/, '.d.ts');
}

function rollUp({ Extractor, ExtractorConfig }, room, { path, source }, target, reports) {
  const projectFolder = join(declarations, folderOf(room));
  const entry = join(declarations, declarationOf(source));
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(projectFolder, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder,
      mainEntryPointFilePath: entry,
      bundledPackages: roomsWithin(room).map((within) => `@baton/${within}`),
      // The link that makes rooms look installed must not be followed back to where they are.
      compiler: {
        overrideTsconfig: { compilerOptions: { ...compilerOptions, preserveSymlinks: true }, files: [entry] },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${[room, ...path.split('/').slice(1)].join('-')}.api.md`,
        reportFolder: reports,
        reportTempFolder: join(declarations, 'reports'),
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: target },
      newlineKind: 'lf',
      // Everything exported is public; the report is for changes, not for gaps.
      messages: {
        extractorMessageReporting: {
          default: { logLevel: 'error' },
          'ae-missing-release-tag': { logLevel: 'none' },
          'ae-forgotten-export': { logLevel: 'none' },
          'ae-undocumented': { logLevel: 'none' },
          'ae-unresolved-link': { logLevel: 'none' },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  });
  const { succeeded } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      message.handled = message.logLevel !== 'error';
    },
  });
  if (!succeeded) throw new Error(`The declarations of ${source} could not be rolled up.`);
}
