import { readFileSync } from 'node:fs';

/** One thing that the quick start tells its reader to do. */
export type Step =
  | { kind: 'run'; where: 'baton' | 'host'; commands: string }
  /** A command that goes on while the reader goes on. */
  | { kind: 'keepRunning'; where: 'baton' | 'host'; commands: string }
  | { kind: 'write'; file: string; content: string };

/** Reads a page of instructions: the fenced blocks in their order. The first section happens in Baton's folder, the others in the host's. */
export function readInstructions(file: string): Step[] {
  const [, ...sections] = readFileSync(file, 'utf8').split(/^## /m);
  return sections.flatMap((section, index) => {
    const where = index === 0 ? 'baton' : 'host';
    return [...section.matchAll(/(?:^`([^`\n]+)`\n\n)?^```(\w+)( keep-running)?\n([\s\S]*?)^```$/gm)].map(
      ([, name, language, kept, content = '']): Step => {
        if (language === 'sh') return { kind: kept === undefined ? 'run' : 'keepRunning', where, commands: content };
        if (name === undefined)
          throw new Error(`${file} has a block of ${language} without the name of its file above it.`);
        return { kind: 'write', file: name, content };
      },
    );
  });
}
