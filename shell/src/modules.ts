/** Where each module's manifest is. The shell loads modules from nowhere else. */
export const moduleManifests = {
  'team-communicator': '/modules/team-communicator/mf-manifest.json',
  'sms-window': '/modules/sms-window/mf-manifest.json',
  notifications: '/modules/notifications/mf-manifest.json',
} as const;
