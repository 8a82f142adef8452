// In a list of guests, Enter and the arrows go to the same field of the next or the one before, as in a spreadsheet. Cells copied from a
// spreadsheet are taken to 'paste a list', where they are looked through before anything is written.
(() => {
  const inputs = person => [...person.querySelectorAll('input, select')];

  document.addEventListener('keydown', event => {
    const field = event.target, guests = field.closest?.('[data-guests]'), person = field.closest?.('[data-person]');
    if (!guests || !person || event.altKey || event.ctrlKey || event.metaKey || !/^(INPUT|SELECT)$/.test(field.tagName)) return;
    const down = event.key === 'Enter' && !event.shiftKey || event.key === 'ArrowDown' && field.tagName === 'INPUT';
    const up = event.key === 'Enter' && event.shiftKey || event.key === 'ArrowUp' && field.tagName === 'INPUT';
    if (!down && !up) return;
    event.preventDefault();
    const persons = [...guests.querySelectorAll('[data-person]')], name = field.dataset.keep?.split(':').slice(1).join(':');
    for (let at = persons.indexOf(person) + (down ? 1 : -1); at >= 0 && at < persons.length; at += down ? 1 : -1) {
      const same = inputs(persons[at]).find(other => other.dataset.keep?.split(':').slice(1).join(':') === name);
      if (same) { same.focus(); same.select?.(); return; }
    }
  });

  document.addEventListener('paste', event => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const list = document.querySelector('[data-paste-list]');
    if (!event.target.closest?.('[data-guests]') || !list || !/\t|\n./.test(text.trim())) return;
    event.preventDefault();
    const fold = list.closest('details');
    if (fold) fold.open = true;
    list.value = text;
    pasted(list);
    list.focus();
    list.scrollIntoView({ block: 'center' });
  });

  // A list is too long for the messages that events go by: the page is told that there is one and fetches it as a stream. Told beside the
  // field, because an event of a field takes along what stands in it.
  const pasted = list => list.parentElement.dispatchEvent(new CustomEvent('listpaste', { bubbles: true }));

  document.addEventListener('paste', event => {
    const list = event.target.closest?.('[data-paste-list]'), text = event.clipboardData?.getData('text/plain') ?? '';
    if (!list) return;
    // Another list takes the place of the one before.
    if (/\n./.test(text)) { event.preventDefault(); list.value = text; }
    setTimeout(() => pasted(list));
  });
  globalThis.Blazor?.registerCustomEventType?.('listpaste', { createEventArgs: () => ({}) });
  portal.listText = () => new TextEncoder().encode(`${document.querySelector('[data-paste-list]')?.value ?? ''}\n`);
  portal.listDone = () => {
    const list = document.querySelector('[data-paste-list]'), file = document.getElementById('list-file');
    if (list) list.value = '';
    if (file) file.value = '';
    (document.querySelector('[data-list-done]') ?? list)?.focus();
  };
})();
