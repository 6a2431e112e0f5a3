import { describeRoutingBackend } from '@baton/adapter-kit/testing';
import { createWorkspaceWorld } from './testing/world';

describeRoutingBackend('Genesys Workspace', () => createWorkspaceWorld());
