// Keeps a form as a draft while one writes in it, so that a closed browser costs no word. Without this script the button
// "Keep as a draft" does the same. Nothing is sent but the form, to its own address.
(() => {
  'use strict';
  const form = document.getElementById('act');
  const said = document.getElementById('kept');
  if (!form || !said) return;
  const PAUSE = 1500;
  const written = () => new URLSearchParams(new FormData(form));
  let kept = written().toString();
  let timer = 0;
  let going = null;

  const keep = async () => {
    const now = written();
    const text = now.toString();
    if (text === kept || going) return;
    now.set('do', 'draft');
    going = new AbortController();
    try {
      const answer = await fetch(form.getAttribute('action'), {
        method: 'POST',
        body: now,
        headers: { 'x-kotopolku-draft': '1' },
        redirect: 'error',
        signal: going.signal,
      });
      if (answer.ok) {
        kept = text;
        said.textContent = await answer.text();
        // Written on meanwhile.
        if (written().toString() !== kept) plan();
      }
    } catch {
      // No connection, or the session has ended: what is written stands in the form, and is tried again with the next letter.
    } finally {
      going = null;
    }
  };
  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  };

  form.addEventListener('input', plan);
  // What is sent needs no draft; one that is on its way would come after.
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    if (going) going.abort();
    kept = written().toString();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });
})();
