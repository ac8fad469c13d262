// Notebooks as files: one is taken from this machine, the one that is shown is given to it.
export const name = () => document.querySelector('main[data-notebook]').dataset.notebook;

export async function download(page) {
  const text = await page.invokeMethodAsync('Download');
  if (text == null) return;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/x-ipynb+json' }));
  Object.assign(document.createElement('a'), { href: address, download: name().split('/').at(-1).replace(/\.dib$/, '.ipynb') }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function load(page) {
  const chooser = Object.assign(document.createElement('input'), { type: 'file', accept: '.ipynb,.dib' });
  chooser.addEventListener('change', async () => {
    const [file] = chooser.files;
    if (file) await page.invokeMethodAsync('Take', file.name, await file.text());
  });
  chooser.click();
}
