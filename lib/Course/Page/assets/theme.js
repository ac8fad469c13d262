// The editor's colours, from the page's own, so that a cell looks alike before and while it is edited.
const dark = matchMedia('(prefers-color-scheme: dark)');

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const rules = {
  keyword: '--code-keyword', string: '--code-string', comment: '--code-comment', number: '--code-number',
  type: '--code-type', 'keyword.directive': '--code-directive',
};

function define(monaco) {
  monaco.editor.defineTheme('course', {
    base: dark.matches ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(rules)
      .map(([token, name]) => ({ token, foreground: colour(name).replace('#', '') }))
      .filter(({ foreground }) => /^[0-9a-f]{6}$/i.test(foreground)),
    colors: { 'editor.background': colour('--code-background'), 'editor.foreground': colour('--text') },
  });
  monaco.editor.setTheme('course');
}

export function follow(monaco) {
  define(monaco);
  dark.addEventListener('change', () => define(monaco));
}
