import { computeAccessibleDescription } from 'dom-accessibility-api';
import { ancestorsOf, boxOf } from '../page/tree';
import { isTarget } from '../page/targets';
import type { Box } from '../page/tree';
import { tokensInUse } from '../styles/tokens';
import type { TokenUse } from '../styles/tokens';
import { contrastOf } from './contrast';
import type { Contrast } from './contrast';
import { nameOf, roleOf } from './role';
import { statesOf } from './states';

/** Everything that the inspector tells of an element. */
export interface Described {
  /** Its tag, with what identifies it among others: `button.b-button`. */
  tag: string;
  /** Names by which hosts style it. */
  parts: readonly string[];
  role: string | undefined;
  name: string;
  description: string;
  states: readonly string[];
  /** The module that it belongs to; none for the shell. */
  module: string | undefined;
  box: Box;
  /** Whether people press it. */
  isTarget: boolean;
  contrast: Contrast | undefined;
  tokens: readonly TokenUse[];
}

export function describe(element: Element): Described {
  return {
    tag: tagOf(element),
    parts: partsOf(element),
    role: roleOf(element),
    name: nameOf(element),
    description: computeAccessibleDescription(element),
    states: statesOf(element),
    module: moduleOf(element),
    box: boxOf(element),
    isTarget: isTarget(element),
    contrast: contrastOf(element),
    tokens: tokensInUse(element),
  };
}

/** A line that tells an element from others: role and name, else its part or tag. */
export function labelOf(element: Element): string {
  const role = roleOf(element);
  const name = nameOf(element);
  if (role !== undefined && name !== '') return `${role} “${name}”`;
  const [part] = partsOf(element);
  return [role, part === undefined ? tagOf(element) : `part ${part}`].filter(Boolean).join(', ');
}

/** Names by which hosts style an element. */
function partsOf(element: Element): string[] {
  return element.getAttribute('part')?.match(/\S+/g) ?? [];
}

function tagOf(element: Element): string {
  const [first] = element.classList;
  return element.localName + (element.id === '' ? '' : `#${element.id}`) + (first === undefined ? '' : `.${first}`);
}

function moduleOf(element: Element): string | undefined {
  for (const ancestor of ancestorsOf(element)) {
    const name = ancestor.getAttribute('data-baton-module');
    if (name !== null) return name;
  }
  return undefined;
}
