// What host teams test their shell with. `publishConfig` of package.json names what is promised: this file and `./node`.
export { startContactCentre } from './start-contact-centre';
export type { StartOptions, StartedContactCentre } from './start-contact-centre';
export { Situation } from './browser/situation';

// Controlling it
export { ControlError, createControl } from './control/client';
export type { Control } from './control/client';
export type { ColleagueBehaviour } from './control/actions';
