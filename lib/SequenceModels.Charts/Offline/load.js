// Unpacks plotly.js and charts.js and runs them as a plain script: with require.js on the page plotly.js would hide itself as
// a module.
(packed => {
  if (window.Charts) return;
  const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  new Response(unpacked).text().then(source => {
    const script = document.createElement("script");
    script.textContent = `(function (define, module, exports) {${source}\n}).call(window);`;
    document.head.append(script);
  });
})
