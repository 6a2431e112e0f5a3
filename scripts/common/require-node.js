// Imported first by every script, and written so that an old Node can read it.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Baton needs Node 20.19 or newer; this is ${process.version} (${process.execPath}).`);
  console.error('Get a newer one from https://nodejs.org, or with a version manager: nvm install 22');
  process.exit(1);
}
