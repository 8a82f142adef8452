// The customer's page for guest data works without this. With it a field is saved when it is left, and what the server has not confirmed
// stays in the tab's session storage and is typed in again after a reload.
(() => {
  const all = `guest:${location.pathname}:`;
  const drop = start => { for (const key of Object.keys(sessionStorage)) if (key.startsWith(start)) sessionStorage.removeItem(key); };
  const done = document.body.dataset.done;
  if (done) drop(done === 'all' ? all : `${all}${done}:`);
  document.querySelector('.faults')?.focus();

  const form = document.querySelector('form[data-person]');
  if (!form) return;
  const name = input => `${all}${form.dataset.person}:${input.name}`;
  const inputs = box => [...box.querySelectorAll('input, select')];
  const text = box => inputs(box).map(input => input.value.trim()).join('|');
  const unsaved = new Set();

  const say = (box, words, kind) => {
    const foot = box.querySelector('.foot');
    if (foot.textContent !== words) foot.textContent = words;
    foot.classList.toggle('ok', kind === 'ok');
    box.classList.toggle('wrong', kind === 'wrong');
    for (const input of inputs(box)) kind === 'wrong' ? input.setAttribute('aria-invalid', 'true') : input.removeAttribute('aria-invalid');
  };

  const save = async box => {
    const typed = text(box);
    if (inputs(box).some(input => !input.value.trim()) || box.dataset.sent === typed) return;
    box.dataset.sent = typed;
    const body = new URLSearchParams();
    for (const input of form.querySelectorAll('input[type="hidden"]')) body.append(input.name, input.value);
    for (const input of inputs(box)) body.append(input.name, input.value);
    try {
      const response = await fetch(form.getAttribute('action'), { method: 'POST', body, headers: { Accept: 'application/json' }, keepalive: true });
      if (!response.ok) throw new Error(response.status);
      const answer = await response.json();
      if (text(box) !== typed) return; // Typed on meanwhile: the next leaving saves it.
      unsaved.delete(box);
      if (answer.fault) return say(box, answer.fault, 'wrong');
      for (const input of inputs(box)) sessionStorage.removeItem(name(input));
      say(box, form.dataset.saved, 'ok');
    } catch {
      delete box.dataset.sent;
      unsaved.add(box);
      say(box, form.dataset.kept, '');
    }
  };

  for (const box of form.querySelectorAll('.field')) {
    box.addEventListener('input', event => {
      delete box.dataset.sent;
      sessionStorage.setItem(name(event.target), event.target.value);
    });
    box.addEventListener('change', () => save(box));
    let isKept = false;
    for (const input of inputs(box)) {
      const draft = sessionStorage.getItem(name(input));
      if (draft && !input.value) [input.value, isKept] = [draft, true];
    }
    if (isKept) save(box);
  }

  const again = () => unsaved.forEach(box => save(box));
  addEventListener('online', again);
  setInterval(again, 15000);
  // A phone that is locked or an app that is switched to may never come back to the page.
  document.addEventListener('visibilitychange', () => { if (document.hidden) document.activeElement?.closest?.('.field') && save(document.activeElement.closest('.field')); });
})();
