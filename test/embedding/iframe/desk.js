// A foreign desktop: no bundler, no framework, and of Baton only the library for parent pages.
const query = new URLSearchParams(location.search);
const baton = query.get('baton') ?? 'http://localhost:4401';
const agent = { id: query.get('agent') ?? 'ana', name: query.get('name') ?? 'Ana Ruiz' };
const modules = query
  .getAll('module')
  .map((name) => `module=${name}`)
  .join('&');
const find = (id) => document.getElementById(id);

const { embedBaton } = await import(`${baton}/embed/embed-baton.mjs`);

// A real desktop asks its own server, which knows who is signed in here.
let token;
async function getToken(refused) {
  if (token === undefined || token === refused) {
    const answer = await fetch(`${baton}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ agentId: agent.id }),
    });
    ({ token } = await answer.json());
  }
  return token;
}

// Also for the console: `texts.update({ theme: 'dark' })`.
const texts = (window.texts = embedBaton(find('baton'), {
  src: `${baton}/frame/?${modules}`,
  title: 'Text messages',
  agent,
  getToken,
  theme: 'light',
  tokens: { '--baton-accent-solid': '#2e4a1f' },
  onError: (error) => console.warn(error.code, error.message),
}));

texts.on('attention.changed', ({ incoming, unread }) => {
  find('attention').value = incoming + unread === 0 ? 'nothing waits' : `${incoming} incoming, ${unread} unread`;
});
// The window with the focus has gone: this desktop decides where the agent goes on.
texts.on('window.closed', ({ hadFocus }) => hadFocus && find('notes').focus());

find('theme').onchange = ({ target }) => texts.update({ theme: target.value });
find('locale').onchange = ({ target }) => texts.update({ locale: target.value });
find('focus').onclick = () => texts.focus('sms-window');
find('unmount').onclick = () => texts.unmount();
