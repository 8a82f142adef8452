// <portal-clock expires="…Z" server-now="…Z" label="2 tickets">: counts down in the browser, from the absolute expiry and the
// server's clock. Nothing travels per second. At 5 min, 2 min and 30 s it is said politely; at zero one bubbling event 'lapse'
// asks whoever listens to ask the server: this script never decides that something is over.
(() => {
  const milestones = [[300, '5 minutes'], [120, '2 minutes'], [30, '30 seconds']];
  const clocks = new Set();
  let timer;

  const two = n => String(n).padStart(2, '0');
  const spell = s => s >= 3600 ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;

  function tick() {
    clearTimeout(timer);
    for (const clock of clocks) clock.draw();
    if (clocks.size) timer = setTimeout(tick, 1000 - Date.now() % 1000 + 5);
  }

  function announce(text) {
    const announcer = document.getElementById('announcer');
    if (announcer) announcer.textContent = text;
  }

  class PortalClock extends HTMLElement {
    static observedAttributes = ['expires', 'server-now'];
    #face = this.attachShadow({ mode: 'open' });
    #expires = NaN;
    #ahead = 0;
    #last = Infinity;
    #lapsed = false;

    connectedCallback() { clocks.add(this); tick(); }
    disconnectedCallback() { clocks.delete(this); }

    attributeChangedCallback(name, _, value) {
      const time = Date.parse(value);
      if (name === 'server-now') this.#ahead = Number.isNaN(time) ? 0 : time - Date.now();
      else if (time !== this.#expires) { this.#expires = time; this.#last = Infinity; this.#lapsed = false; }
      if (this.isConnected) this.draw();
    }

    draw() {
      if (Number.isNaN(this.#expires)) return;
      const left = Math.max(0, Math.ceil((this.#expires - Date.now() - this.#ahead) / 1000));
      if (left === this.#last) return;
      this.#face.textContent = left > 0 ? spell(left) : 'time is up';
      this.dataset.urgency = left > 300 ? 'none' : left > 60 ? 'soon' : left > 0 ? 'last' : 'over';
      for (const [at, words] of milestones)
        if (this.#last !== Infinity && this.#last > at && left <= at && left > 0)
          announce(`${this.getAttribute('label') ?? 'The hold'}: ${words} left.`);
      this.#last = left;
      if (left === 0) this.lapse();
    }

    /** Tells once; again only when asked to, after the page was out of touch and the first telling may have been lost. */
    lapse(again = false) {
      if (this.#last !== 0 || this.#lapsed && !again) return;
      this.#lapsed = true;
      this.dispatchEvent(new CustomEvent('lapse', { bubbles: true }));
    }
  }

  customElements.define('portal-clock', PortalClock);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) tick(); });
  globalThis.Blazor?.registerCustomEventType?.('lapse', { createEventArgs: () => ({}) });
})();
