import { allowScriptsFrom, createBaton } from '@baton/host-kit';
import { twilioBackend } from '@baton/twilio';
import { socketConversations } from './socket-conversations';

interface Person {
  sid: string;
  name: string;
}

// Under Trusted Types: scripts come from here, and from nowhere else.
allowScriptsFrom([location.origin]);

// Your page has these of its own sign-in.
const people: Person[] = await (await fetch('/people')).json();
const wanted = new URLSearchParams(location.search).get('agent') ?? 'Ana';
const me = people.find(({ name }) => name === wanted);
if (!me) throw new Error(`There is no ${wanted}. There are ${people.map(({ name }) => name).join(', ')}.`);

const find = (id: string) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no "${id}".`);
  return element;
};
const address = (name: string) => `/modules/${name}/baton-module.json`;
const socket = location.origin.replace('http', 'ws');

const baton = createBaton({
  agent: { id: me.sid, name: me.name },
  backend: twilioBackend({
    getToken: async () => (await fetch(`/token?worker=${me.sid}`)).text(),
    // On a live system: twilioConversations({ getToken }).
    conversations: socketConversations(`${socket}/conversations?worker=${me.sid}`),
    // On a live system: nothing.
    servers: { ebServer: `${location.origin}/v1/wschannels`, wsServer: `${socket}/v1/wschannels` },
  }),
  modules: {
    'sms-window': address('sms-window'),
    'team-communicator': address('team-communicator'),
    notifications: address('notifications'),
  },
});

baton.mount(find('incoming'), { module: 'notifications', label: 'Notifications' });
baton.mount(find('conversations'), { module: 'sms-window', label: 'SMS window' });
baton.mount(find('team'), { module: 'team-communicator', label: 'Team Communicator', load: 'later' });

find('agent').textContent = `You are ${me.name}.`;
for (const { name } of people.filter((person) => person !== me)) {
  const link = Object.assign(document.createElement('a'), {
    href: `?agent=${name}`,
    target: '_blank',
    textContent: name,
  });
  find('others').append(link, ' ');
}
find('customer').addEventListener('click', () => void fetch('/customer', { method: 'POST' }));
