// The editor's colours, from the page's own, so that a cell looks alike before and while it is edited.
const dark = matchMedia('(prefers-color-scheme: dark)');

// The value of light-dark() that holds now, as Monaco wants it: six hexadecimal digits.
function colour(name) {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = `var(${name})`;
  const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g).map(Number);
  probe.remove();
  return [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
}

const rules = {
  keyword: '--keyword', string: '--string', comment: '--comment', number: '--number', type: '--type',
  'keyword.directive': '--directive',
};

function define(monaco) {
  monaco.editor.defineTheme('course', {
    base: dark.matches ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(rules).map(([token, name]) => ({ token, foreground: colour(name) })),
    colors: { 'editor.background': `#${colour('--surface')}`, 'editor.foreground': `#${colour('--ink')}` },
  });
  monaco.editor.setTheme('course');
}

export function follow(monaco) {
  define(monaco);
  dark.addEventListener('change', () => define(monaco));
}
