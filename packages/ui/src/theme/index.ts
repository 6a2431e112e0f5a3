/** Themes of Baton, without React. */
export { probeScale } from './probe-scale';
export { sheets } from './sheets';
