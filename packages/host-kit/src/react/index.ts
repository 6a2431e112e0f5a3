'use client';

export { ModuleOutlet } from './module-outlet';
export type { ModuleOutletProps } from './module-outlet';
