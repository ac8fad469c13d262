// A formula that is copied is its LaTeX: its symbols, one a line, are of no use to anybody.
document.addEventListener('copy', (event) => {
  const selection = getSelection();
  if (selection.isCollapsed || event.target.closest?.('.editor, input, textarea')) return;
  const copy = document.createElement('div');
  for (let i = 0; i < selection.rangeCount; i++) copy.append(whole(selection.getRangeAt(i)).cloneContents());
  const formulas = copy.querySelectorAll('math');
  if (formulas.length === 0) return;
  const html = copy.innerHTML;
  for (const formula of formulas) {
    const latex = formula.querySelector('annotation')?.textContent ?? formula.textContent;
    formula.replaceWith(formula.getAttribute('display') === 'block' ? `\n$$${latex}$$\n` : `$${latex}$`);
  }
  document.body.append(copy); // innerText breaks lines as the page does
  event.clipboardData.setData('text/plain', copy.innerText);
  event.clipboardData.setData('text/html', html);
  copy.remove();
  event.preventDefault();
});

// A part of a formula is no LaTeX: it is copied as a whole.
function whole(range) {
  const wide = range.cloneRange();
  const formula = (node) => (node.closest ? node : node.parentElement)?.closest('math');
  if (formula(range.startContainer)) wide.setStartBefore(formula(range.startContainer));
  if (formula(range.endContainer)) wide.setEndAfter(formula(range.endContainer));
  return wide;
}
