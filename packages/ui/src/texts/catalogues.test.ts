import { noticeKinds, presenceStates, severities, targetKinds } from '@baton/contracts';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');
const files = ['packages/*/src/**/en-GB.json', 'shell/src/**/en-GB.json'].flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
