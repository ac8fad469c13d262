// Enter takes a suggestion that was asked for: with Ctrl+Space, with a dot, or by going to it. One that came by itself
// it leaves, and breaks the line as everywhere.
let wanted = false;

const visible = () => document.querySelector('.suggest-widget.visible');

// A key that goes to an editor.
export function pressed({ key, code, ctrlKey }, editor) {
  if (key === '.' || (ctrlKey && code === 'Space')) wanted = true;
  else if (visible() && /^(Arrow|Page)(Up|Down)$/.test(key)) wanted = true;
  else if (key === 'Enter' && visible() && !wanted) editor.trigger('keyboard', 'hideSuggestWidget');
  else if (key === 'Escape' || !visible() && !/^[\p{L}\p{N}_]$/u.test(key)) wanted = false;
}
