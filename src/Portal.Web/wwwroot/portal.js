// What the browser does by itself on every page: theme and rail remembered in cookies (so that the first paint is right), keys,
// menus that close, and the bar that says when the page is out of touch. Listens at the document, so pages need no wiring.
(() => {
  const root = document.documentElement;
  const remember = (name, value) => { document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`; };
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : prefersDark.matches;

  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  document.addEventListener('click', event => {
    const target = event.target.closest?.('[data-theme-toggle], [data-rail-fold], [data-reconnect], [data-reload], [data-print], [data-copy]');
    if (target?.hasAttribute('data-theme-toggle')) {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      remember('portal-theme', root.dataset.theme);
    } else if (target?.hasAttribute('data-rail-fold')) {
      root.dataset.rail = root.dataset.rail === 'slim' ? 'wide' : 'slim';
      remember('portal-rail', root.dataset.rail);
    } else if (target?.hasAttribute('data-reconnect')) {
      Blazor.reconnect().then(there => { if (!there) location.reload(); }, () => {});
    } else if (target?.hasAttribute('data-reload')) {
      location.reload();
    } else if (target?.hasAttribute('data-print')) {
      print();
    } else if (target?.hasAttribute('data-copy')) {
      navigator.clipboard?.writeText(target.dataset.copy).then(() => {
        const word = target.textContent;
        target.textContent = 'Copied';
        setTimeout(() => { target.textContent = word; }, 1500);
      }, () => {});
    }
    for (const menu of document.querySelectorAll('details.menu[open]'))
      if (!menu.contains(event.target) || event.target.closest('.menu-item')) menu.open = false;
  });

  document.addEventListener('keydown', event => {
    if ((event.key === '/' && !isTyping(event.target)) || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) {
      const search = document.querySelector('[data-top-search]');
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    } else if (event.key === 'Escape') {
      for (const menu of document.querySelectorAll('details.menu[open]')) { menu.open = false; menu.querySelector('summary').focus(); }
    } else if (/^Arrow(Up|Down)$/.test(event.key) && event.target.getAttribute?.('role') === 'combobox') {
      event.preventDefault(); // the caret stays; the page moves the choice
    }
  });

  function watchConnection() {
    const modal = document.getElementById('components-reconnect-modal');
    if (!modal) return;
    new MutationObserver(() => {
      // The server no longer knows this page (restart, too long away): what was saved is in the database, so draw it anew.
      if (modal.classList.contains('components-reconnect-rejected')) location.reload();
      else if (modal.classList.contains('components-reconnect-hide'))
        for (const clock of document.querySelectorAll('portal-clock')) clock.lapse(true);
    }).observe(modal, { attributes: true, attributeFilter: ['class'] });
  }

  watchConnection();

  // Called once by the layout when its circuit is there.
  globalThis.portal = {
    customerView: on => remember('portal-customer-view', on ? 'on' : 'off'),
    live: () => { document.body.dataset.interactive = 'yes'; },
    // After a refusal: to the first field it is about.
    focusFirst: selector => {
      const there = document.querySelector(selector);
      if (there) { there.focus(); return; }
      // The field may only be marked by the drawing that follows this call.
      const watch = new MutationObserver(() => {
        const late = document.querySelector(selector);
        if (late) { watch.disconnect(); late.focus(); }
      });
      watch.observe(document.body, { subtree: true, childList: true, attributes: true });
      setTimeout(() => watch.disconnect(), 3000);
    },
  };
})();
