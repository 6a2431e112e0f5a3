import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { parseSync } from '@swc/core';

/** What people read or hear of an element, besides what stands in it; also the names that components give it. */
const ATTRIBUTES = new Set([
  ...[
    'alt',
    'aria-description',
    'aria-label',
    'aria-placeholder',
    'aria-roledescription',
    'aria-valuetext',
    'placeholder',
    'title',
  ],
  ...['body', 'cancelLabel', 'confirmLabel', 'help', 'hint', 'label'],
]);
const PROPERTIES = new Set([
  'alt',
  'ariaDescription',
  'ariaLabel',
  'ariaPlaceholder',
  'ariaRoleDescription',
  'ariaValueText',
  'innerText',
  'placeholder',
  'textContent',
  'title',
]);
const WRITERS = new Set(['after', 'append', 'before', 'createTextNode', 'prepend', 'replaceChildren', 'replaceWith']);
const WORD = /\p{L}/u;

/**
 * Checks that every word on screen comes from a catalogue: none stands in JSX, in an attribute
 * that is read out, or in what a script writes into the page. Tests, and the tools of the mocked
 * shell, speak English only.
 *
 * @param {string} root
 * @param {string[]} files absolute paths of TypeScript files below it
 * @returns {string[]} one line per finding: `file:line: "words" reason`
 */
export function checkWords(root, files) {
  return files.flatMap((file) => {
    const path = relative(root, file).split(sep).join('/');
    if (/\.test\.tsx?$|\/testing\/|^shell\/src\/mocked\//.test(path)) return [];
    return wordsIn(readFileSync(file, 'utf8'), file.endsWith('.tsx')).map(
      ({ line, text }) =>
        `${path}:${line}: "${text}" is in no catalogue: put it into messages/en-GB.json, in every language, and use t(…)`,
    );
  });
}

/** @returns {{line: number, text: string}[]} */
function wordsIn(source, tsx) {
  // The compiler counts bytes, from 1.
  const bytes = Buffer.from(source);
  const found = [];
  const report = (node, text) => {
    if (!WORD.test(text)) return;
    const before = bytes.subarray(0, node.span.start - 1).toString() + /^\s*/.exec(text)[0];
    found.push({ line: before.split('\n').length, text: text.trim() });
  };
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return undefined;
    for (const value of shown(node)) literals(value, report);
    return Object.values(node).forEach(visit);
  };
  visit(parseSync(source, { syntax: 'typescript', tsx, target: 'es2022' }).body);
  return found;
}

/** What of this node comes on screen. */
function shown(node) {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return node.children
        .map((child) => (child.type === 'JSXExpressionContainer' ? child.expression : child))
        .filter(({ type }) => !/^JSX(?:Element|Fragment|Empty)/.test(type));
    case 'JSXAttribute': {
      const name = node.name.type === 'JSXNamespacedName' ? '' : node.name.value;
      if (!ATTRIBUTES.has(name) || node.value === null) return [];
      return [node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value];
    }
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' && PROPERTIES.has(node.left.property.value) ? [node.right] : [];
    case 'CallExpression': {
      const [name, value] = node.arguments.map(({ expression }) => expression);
      const method = node.callee.type === 'MemberExpression' ? node.callee.property.value : undefined;
      if (WRITERS.has(method)) return node.arguments.map(({ expression }) => expression);
      return method === 'setAttribute' &&
        name?.type === 'StringLiteral' &&
        ATTRIBUTES.has(name.value) &&
        value !== undefined
        ? [value]
        : [];
    }
    default:
      return [];
  }
}

/** The literal texts that an expression can come to. */
function literals(node, report) {
  switch (node.type) {
    case 'JSXText':
    case 'StringLiteral':
      return report(node, node.value);
    case 'TemplateLiteral':
      return node.quasis.forEach((quasi) => report(quasi, quasi.cooked ?? quasi.raw));
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].forEach((branch) => literals(branch, report));
    case 'BinaryExpression':
      return ['+', '||', '&&', '??'].includes(node.operator)
        ? [node.left, node.right].forEach((side) => literals(side, report))
        : undefined;
    case 'ParenthesisExpression':
    case 'TsAsExpression':
    case 'TsSatisfiesExpression':
      return literals(node.expression, report);
    default:
      return undefined;
  }
}
