// What is typed into a field with data-keep survives until the server says it is saved: through a lost circuit and a reload of this tab.
// Kept in the tab's session storage for that moment only.
(() => {
  const name = key => `draft:${key}`;

  document.addEventListener('input', event => {
    const key = event.target.dataset?.keep;
    if (key) sessionStorage.setItem(name(key), event.target.value);
  });

  /** The server has saved it. A date has one draft for each of its parts, named key:part. */
  portal.kept = key => {
    for (const known of Object.keys(sessionStorage))
      if (known === name(key) || known.startsWith(`${name(key)}:`)) sessionStorage.removeItem(known);
  };

  /** Types again, for the server, what it never confirmed. */
  portal.restore = () => {
    for (const field of document.querySelectorAll('[data-keep]')) {
      const draft = sessionStorage.getItem(name(field.dataset.keep));
      if (draft === null) continue;
      field.value = draft;
      for (const type of field.tagName === 'SELECT' ? ['change'] : ['input', 'change', 'blur']) field.dispatchEvent(new Event(type, { bubbles: type !== 'blur' }));
    }
  };

  const modal = document.getElementById('components-reconnect-modal');
  if (modal) new MutationObserver(() => { if (modal.classList.contains('components-reconnect-hide')) portal.restore(); })
    .observe(modal, { attributes: true, attributeFilter: ['class'] });
})();
