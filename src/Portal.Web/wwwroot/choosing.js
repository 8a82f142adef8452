// Choosing days and seats: what happens under the fingers happens here, and the page hears only what was chosen. Listens at the document,
// so that a plan of thousands of seats has no listener of its own.
(() => {
  // ---- days: arrows go from button to button in a table [data-roving=columns]; only one of them is reached by Tab ----
  function roam(event) {
    const grid = event.target.closest?.('[data-roving]');
    if (!grid) return;
    const columns = +grid.dataset.roving, step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      grid.parentElement.querySelector(event.key === 'PageUp' ? '[data-roving-before]' : '[data-roving-after]')?.click();
      return;
    }
    const cells = [...grid.querySelectorAll('tbody td')];
    let at = cells.indexOf(event.target.closest('td'));
    let next = null;
    if (event.key === 'Home') next = grid.querySelector('tbody button');
    else if (event.key === 'End') next = [...grid.querySelectorAll('tbody button')].at(-1);
    else if (step) while (cells[at += step] && !(next = cells[at].querySelector('button')));
    else return;
    event.preventDefault();
    if (next) rest(grid, next);
    else if (step) turn(grid, step > 0);
  }

  // Past the edge of a month the calendar turns, as in any other: to the first day that can be had, or backwards to the last.
  function turn(grid, isOn) {
    const button = grid.parentElement.querySelector(isOn ? '[data-roving-after]' : '[data-roving-before]');
    if (!button || button.getAttribute('aria-disabled') === 'true') return;
    const head = grid.parentElement.querySelector('h2'), was = head.textContent;
    const watch = new MutationObserver(() => {
      const days = [...grid.querySelectorAll('tbody button')];
      if (head.textContent === was || days.length === 0) return;
      watch.disconnect();
      rest(grid, isOn ? days[0] : days.at(-1));
    });
    watch.observe(grid.parentElement, { subtree: true, childList: true, characterData: true });
    button.click();
  }

  function rest(grid, next) {
    for (const button of grid.querySelectorAll('tbody button')) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }

  // ---- the plan of seats ----
  const house = new WeakMap();

  function of(plan) {
    const svg = plan.querySelector('svg');
    let it = house.get(plan);
    if (!it || it.svg !== svg) house.set(plan, it = { svg, box: null, at: null, drag: null, fingers: new Map() });
    if (!it.box) { const v = svg.viewBox.baseVal; it.home = { x: v.x, y: v.y, w: v.width, h: v.height }; it.box = { ...it.home }; }
    return it;
  }

  function show(it) {
    const { home, box } = it;
    box.w = Math.min(home.w, Math.max(80, box.w)); box.h = box.w * home.h / home.w;
    box.x = Math.min(home.x + home.w - box.w, Math.max(home.x, box.x));
    box.y = Math.min(home.y + home.h - box.h, Math.max(home.y, box.y));
    it.svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.w} ${box.h}`);
  }

  function zoom(plan, factor, x, y) {
    const it = of(plan), { box } = it;
    x ??= box.x + box.w / 2; y ??= box.y + box.h / 2;
    const w = Math.min(it.home.w, Math.max(80, box.w * factor)), rate = w / box.w;
    Object.assign(box, { x: x - (x - box.x) * rate, y: y - (y - box.y) * rate, w });
    show(it);
  }

  const point = (it, event) => { const m = it.svg.getScreenCTM().inverse(); return { x: event.clientX * m.a + m.e, y: event.clientY * m.d + m.f }; };

  function middle(seat) { const b = seat.getBBox(); return { x: b.x + b.width / 2, y: b.y + b.height / 2 }; }

  function pointAt(plan, seat) {
    const it = of(plan);
    it.at = seat;
    const cursor = plan.querySelector('.cursor'), { x, y } = middle(seat);
    cursor.setAttribute('cx', x); cursor.setAttribute('cy', y); cursor.setAttribute('visibility', 'visible');
    if (x < it.box.x + 8 || x > it.box.x + it.box.w - 8 || y < it.box.y + 8 || y > it.box.y + it.box.h - 8) {
      Object.assign(it.box, { x: x - it.box.w / 2, y: y - it.box.h / 2 });
      show(it);
    }
    const mine = [...plan.querySelectorAll('.chosen circle')].some(c => Math.abs(c.cx.baseVal.value - x) < 1 && Math.abs(c.cy.baseVal.value - y) < 1);
    const announcer = document.getElementById('announcer');
    if (announcer) announcer.textContent = `${seat.dataset.n}, ${zone(plan, seat)}${mine ? 'yours' : seat.classList.contains('free') ? 'free' : 'not to be had'}`;
  }

  function zone(plan, seat) {
    const colour = /z(\d)/.exec(seat.getAttribute('class'))?.[1];
    const label = plan.parentElement.querySelector(`[data-plan-only="${colour}"]`)?.textContent.trim();
    return label ? `${label}, ` : '';
  }

  // The nearest seat in that direction: what lies aside counts double.
  function neighbour(plan, seat, dx, dy) {
    const from = middle(seat);
    let best = null, least = Infinity;
    for (const other of plan.querySelectorAll('.seats > [data-s]')) {
      if (other === seat) continue;
      const to = middle(other), ahead = (to.x - from.x) * dx + (to.y - from.y) * dy, aside = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
      if (ahead < 2 || aside > ahead * 2.5) continue;
      const far = ahead + aside * 2;
      if (far < least) { least = far; best = other; }
    }
    return best;
  }

  const pick = (plan, seat) => plan.dispatchEvent(new CustomEvent('seatpick', { bubbles: true, detail: +seat.dataset.s }));

  function keys(event) {
    const plan = event.target.closest?.('.seat-plan');
    if (!plan || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const it = of(plan);
    if (it.at && !it.at.isConnected) it.at = plan.querySelector(`.seats > [data-s="${it.at.dataset.s}"]`);
    if (way) {
      const next = it.at ? neighbour(plan, it.at, ...way) : plan.querySelector('.seats > .free') ?? plan.querySelector('.seats > [data-s]');
      if (next) pointAt(plan, next);
    } else if (event.key === ' ' || event.key === 'Enter') { if (it.at) pick(plan, it.at); }
    else if (event.key === '+' || event.key === '=') { const c = it.at && middle(it.at); zoom(plan, .7, c?.x, c?.y); }
    else if (event.key === '-') zoom(plan, 1.4);
    else if (event.key === '0') { it.box = { ...it.home }; show(it); }
    else return;
    event.preventDefault();
  }

  document.addEventListener('keydown', event => { roam(event); keys(event); });

  document.addEventListener('click', event => {
    const tool = event.target.closest?.('[data-plan-zoom], [data-plan-only]');
    const plan = tool?.closest('.seat-map')?.querySelector('.seat-plan');
    if (plan && tool.dataset.planZoom) {
      if (tool.dataset.planZoom === 'fit') { const it = of(plan); it.box = { ...it.home }; show(it); }
      else zoom(plan, tool.dataset.planZoom === 'in' ? .7 : 1.4);
    } else if (plan) {
      const isOn = tool.getAttribute('aria-pressed') === 'true';
      for (const other of tool.parentElement.querySelectorAll('[data-plan-only]')) other.setAttribute('aria-pressed', 'false');
      tool.setAttribute('aria-pressed', isOn ? 'false' : 'true');
      if (isOn) delete plan.dataset.only; else plan.dataset.only = tool.dataset.planOnly;
    }
  });

  // A press that does not travel takes the seat under it; one that does moves the plan. Two fingers zoom.
  document.addEventListener('pointerdown', event => {
    const plan = event.target.closest?.('.seat-plan');
    if (!plan || event.button) return;
    const it = of(plan);
    it.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    it.drag = { x: event.clientX, y: event.clientY, box: { ...it.box }, travelled: it.fingers.size > 1, apart: apart(it) };
  });

  const apart = it => { const [a, b] = [...it.fingers.values()]; return b ? Math.hypot(a.x - b.x, a.y - b.y) : 0; };

  document.addEventListener('pointermove', event => {
    const plan = event.target.closest?.('.seat-plan'), it = plan && house.get(plan);
    if (!it?.drag || !it.fingers.has(event.pointerId)) return;
    it.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (it.fingers.size > 1) {
      const now = apart(it);
      if (it.drag.apart) zoom(plan, it.drag.apart / now);
      it.drag.apart = now;
      return;
    }
    const dx = event.clientX - it.drag.x, dy = event.clientY - it.drag.y;
    if (!it.drag.travelled && Math.hypot(dx, dy) < 6) return;
    it.drag.travelled = true;
    const scale = it.svg.getScreenCTM().a;
    Object.assign(it.box, { x: it.drag.box.x - dx / scale, y: it.drag.box.y - dy / scale });
    show(it);
  });

  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(end, event => {
      const plan = event.target.closest?.('.seat-plan'), it = plan && house.get(plan);
      if (!it?.drag) return;
      it.fingers.delete(event.pointerId);
      const tapped = end === 'pointerup' && !it.drag.travelled;
      if (!it.fingers.size) it.drag = null;
      if (!tapped) return;
      const seat = event.target.closest('[data-s]') ?? under(plan, it, event);
      if (seat) { pointAt(plan, seat); pick(plan, seat); }
    });

  // A finger is thicker than a seat.
  function under(plan, it, event) {
    const at = point(it, event);
    let best = null, least = 8;
    for (const seat of plan.querySelectorAll('.seats > [data-s]')) {
      const { x, y } = middle(seat), far = Math.hypot(x - at.x, y - at.y);
      if (far < least) { least = far; best = seat; }
    }
    return best;
  }

  document.addEventListener('wheel', event => {
    const plan = event.target.closest?.('.seat-plan');
    if (!plan || !event.ctrlKey && !plan.matches(':focus')) return;
    event.preventDefault();
    const at = point(of(plan), event);
    zoom(plan, event.deltaY < 0 ? .85 : 1.18, at.x, at.y);
  }, { passive: false });

  globalThis.Blazor?.registerCustomEventType?.('seatpick', { createEventArgs: event => ({ seat: event.detail }) });
})();
