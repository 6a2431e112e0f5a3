/** Themes of Baton, without React. */
export { probeScale } from './probe-scale';
export { sheets } from './sheets';
export { widgetParts } from '../parts';
export type { PartNames, PartTable } from '../parts';
export { classNames } from '../widgets/class-names';
