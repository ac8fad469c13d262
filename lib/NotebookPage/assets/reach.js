// What scrolls sideways can be reached, and scrolled, by the keyboard.
const boxes = '.plain, .prose pre, .prose table, .prose math[display="block"]';

let due = false;

function look() {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    for (const box of document.querySelectorAll(boxes)) {
      if (box.scrollWidth > box.clientWidth + 1) box.setAttribute('tabindex', '0');
      else box.removeAttribute('tabindex');
    }
  });
}

new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
addEventListener('resize', look);
look();
