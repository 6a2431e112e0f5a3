import { readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/**
 * What a source file imports: statically, dynamically, as a type, or to export it again.
 *
 * @param {string} file absolute path of a TypeScript or JavaScript file
 * @returns {{specifier: string, typeOnly: boolean, lazy: boolean}[]}
 * @throws when the file cannot be parsed
 */
export function importsOf(file) {
  const found = [];
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return undefined;
    if (node.type === 'TsImportType') {
      found.push({ specifier: node.argument.value, typeOnly: true, lazy: false });
    } else if (node.type === 'CallExpression' && node.callee.type === 'Import') {
      const argument = node.arguments[0]?.expression;
      if (argument?.type === 'StringLiteral') found.push({ specifier: argument.value, typeOnly: false, lazy: true });
    } else if (node.source?.type === 'StringLiteral') {
      const onlyTypes = node.specifiers?.length > 0 && node.specifiers.every((specifier) => specifier.isTypeOnly);
      found.push({ specifier: node.source.value, typeOnly: Boolean(node.typeOnly || onlyTypes), lazy: false });
    }
    return Object.values(node).forEach(visit);
  };
  visit(
    parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', tsx: file.endsWith('.tsx'), target: 'es2022' }).body,
  );
  return found;
}
