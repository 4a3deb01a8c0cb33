// Prepares a walk through the page with the Tab key: notes which places it must reach, and listens to where it comes.
const wanted = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable=true]';
const name = (element) => {
  const text = (element.getAttribute('aria-label') || element.innerText || element.value || element.textContent || '').trim();
  return element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') + ' “' + text.replace(/\s+/g, ' ').slice(0, 60) + '”';
};
// Radio buttons of one group are one stop.
const key = (element) => element.type === 'radio' && element.name
  ? [...document.querySelectorAll('input[type=radio]')].find((radio) => radio.name === element.name && radio.form === element.form)
  : element;
const look = (element) => {
  const style = getComputedStyle(element);
  return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.backgroundColor, style.borderColor, style.textDecoration].join('|');
};
const stops = [...document.querySelectorAll(wanted)].filter((element) =>
  element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }));
const walk = { wanted: new Map(stops.map((element) => [key(element), name(element)])), before: new Map(), reached: [] };
for (const element of stops) walk.before.set(element, look(element));
document.addEventListener('focusin', (event) => {
  const element = event.target;
  if (walk.reached.some((stop) => stop.itself === element)) return;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  walk.reached.push({
    itself: element,
    element: key(element),
    name: name(element),
    visible: outlined || (walk.before.has(element) && walk.before.get(element) !== look(element)),
    on_screen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  });
});
window.__walk = walk;
document.activeElement?.blur();
window.scrollTo(0, 0);
return stops.length;
