export { genesysWorkspace, signInAddress } from './genesys-workspace';
export type { GenesysWorkspaceOptions } from './genesys-workspace';
