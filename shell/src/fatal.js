// Runs before everything else and leans on nothing: says when the desktop takes long, and when it does
// not come. Served as it is.
(() => {
  const patienceMs = 8000;
  const asked = new URLSearchParams(location.search);
  const find = (id) => document.getElementById(id);

  // For start.css: whether a desktop is asked for, and how it is to look.
  const page = document.documentElement;
  page.dataset.starting = asked.has('agent') ? 'desktop' : 'page';
  page.dataset.theme = asked.get('theme') ?? 'auto';
  page.dir = asked.get('dir') ?? (/^(?:ar|fa|he|ur)\b/i.test(asked.get('locale')) ? 'rtl' : 'ltr');

  // oxlint-disable-next-line no-restricted-properties -- nothing is there yet that could bring a clock
  window.setTimeout(() => whenParsed(() => (find('baton-late').hidden = false)), patienceMs);

  function fail() {
    const message = find('baton-fatal');
    if (!message.hidden || find('baton').childElementCount > 0) return;
    message.hidden = false;
    offerReset(find('baton-reset-overrides'));
    message.querySelector('button').addEventListener('click', () => location.reload());
    // Not the button: who is writing when the desktop breaks down would press it.
    message.focus();
  }

  // A developer's own build of a module may be what breaks: host-kit keeps where it comes from under this key.
  function offerReset(button) {
    const key = 'baton.overrides';
    try {
      button.hidden = localStorage.getItem(key) === null;
    } catch {
      return; // Where the browser keeps nothing there are none.
    }
    button.addEventListener('click', () => {
      localStorage.removeItem(key);
      location.reload();
    });
  }

  // The desktop's own scripts are deferred: the page counts as parsed once they have run. That one of them does
  // not load, which is told to its element only, or throws, is the end. What else does not come, such as a
  // language or a module, is not; what happens later the shell judges itself.
  let parsed = false;
  whenParsed(() => (parsed = true));
  addEventListener(
    'error',
    ({ target, filename }) => {
      const isScript = target instanceof HTMLScriptElement && target.defer;
      const isThrown = target === window && !parsed && filename.startsWith(location.origin);
      if (isScript || isThrown) whenParsed(fail);
    },
    true,
  );
  addEventListener('baton-start-failed', fail);

  function whenParsed(then) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', then, { once: true });
    else then();
  }
})();
