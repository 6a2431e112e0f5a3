export { highlight } from '@baton/directory';
