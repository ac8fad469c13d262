// Light or dark: the system's choice, until one is made here. The editor and the charts have the page's own colors.
const system = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;

const isDark = () => (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';

if (localStorage.getItem('theme')) root.dataset.theme = localStorage.getItem('theme');

let monaco;

export function turn() {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  localStorage.setItem('theme', root.dataset.theme);
  recolor();
}

function recolor() {
  if (window.Plotly) Charts.recolor();
  if (monaco) define();
}

system.addEventListener('change', recolor);

// Paper is light, and has the charts that nobody has scrolled to as well.
let onScreen;

addEventListener('beforeprint', () => {
  onScreen = root.dataset.theme;
  root.dataset.theme = 'light';
  if (!window.Plotly) return;
  Charts.recolor();
  Charts.drawAll();
});

addEventListener('afterprint', () => {
  if (onScreen) root.dataset.theme = onScreen;
  else delete root.dataset.theme;
  if (window.Plotly) Charts.recolor();
});

// The value of light-dark() that holds now, as Monaco wants it: six hexadecimal digits.
function color(name) {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = `var(${name})`;
  const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g).map(Number);
  probe.remove();
  return [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
}

const rules = {
  keyword: '--keyword', string: '--string', comment: '--comment', number: '--number', type: '--type', delimiter: '--ink',
  method: '--method', directive: '--directive', 'keyword.directive': '--directive',
};

function define() {
  monaco.editor.defineTheme('course', {
    base: isDark() ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(rules).map(([token, name]) => ({ token, foreground: color(name) })),
    colors: { 'editor.background': `#${color('--surface')}`, 'editor.foreground': `#${color('--ink')}` },
  });
  monaco.editor.setTheme('course');
}

export function follow(editor) {
  monaco = editor;
  define();
}
