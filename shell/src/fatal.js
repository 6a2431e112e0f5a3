// Runs before everything else and leans on nothing: shows the page's own message when the desktop
// does not come, breaks before it has drawn anything, or takes too long. Served as it is.
(() => {
  const patienceMs = 10_000;
  const find = (id) => document.getElementById(id);

  function show() {
    const message = find('baton-fatal');
    if (message === null || !message.hidden || find('baton').childElementCount > 0) return;
    // A constructed sheet is what a strict Content-Security-Policy allows a script to add.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      #baton-fatal { max-inline-size: 34em; margin: 12vh auto; padding: 0 16px; font: 16px/1.5 system-ui, sans-serif; color: light-dark(#161a22, #eef1f6); }
      #baton-fatal h1 { font-size: 20px; margin: 0 0 8px; }
      #baton-fatal p { margin: 0 0 16px; }
      #baton-fatal button { margin: 0 0 12px; margin-inline-end: 12px; font: inherit; font-weight: 600; padding: 8px 16px; border: 0; border-radius: 8px; background: light-dark(#3450c8, #8fa4ff); color: light-dark(#ffffff, #0b1230); }
      #baton-fatal #baton-reset-overrides { background: none; color: inherit; box-shadow: inset 0 0 0 1px currentColor; }
      #baton-fatal button:focus-visible { outline: 2px solid light-dark(#1d4ed8, #9db2ff); outline-offset: 2px; }
      html { color-scheme: light dark; background: light-dark(#f3f5f8, #0e1116); }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    message.hidden = false;
    offerReset(find('baton-reset-overrides'));
    const reload = message.querySelector('button');
    reload.addEventListener('click', () => location.reload());
    reload.focus();
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

  // A script that does not load tells its element only: listening goes down, not up. What else does
  // not load, such as a module's file that was listed, is not the end of the desktop.
  addEventListener(
    'error',
    ({ target }) => (target === window || target instanceof HTMLScriptElement) && whenParsed(show),
    true,
  );
  addEventListener('unhandledrejection', () => whenParsed(show));
  // oxlint-disable-next-line no-restricted-properties -- nothing is there yet that could bring a clock
  const late = window.setTimeout(show, patienceMs);

  whenParsed(() => {
    new MutationObserver((_, observer) => {
      window.clearTimeout(late);
      observer.disconnect();
      find('baton-fatal').hidden = true;
    }).observe(find('baton'), { childList: true });
  });

  function whenParsed(then) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', then, { once: true });
    else then();
  }
})();
