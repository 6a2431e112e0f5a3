export { ModuleOutlet } from './module-outlet';
