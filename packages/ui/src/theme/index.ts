/** Themes of Baton, without React. */
export { probeScale } from './probe-scale';
export { adoptSheets } from './adopt-sheets';
export { sheets } from './sheets';
export type { PartNames, PartTable, WidgetParts } from '../parts';
export { classNames } from '../widgets/class-names';
