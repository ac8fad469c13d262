// Draws charts, fitted to the width and the colors of their place: in a page each .plotly-chart from the JSON in the script
// element beside it, when it comes into view; elsewhere what is given to Charts.plot. After adding outputs, a page calls
// Charts.draw(element); after changing the theme, Charts.recolor().
window.Charts = (() => {
  const titleFont = 17, lineFont = 13, axisFont = 16, lineHeight = 18, legendHeight = 56;
  const ready = () => typeof window.Plotly?.newPlot === "function";
  const watch = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) { watch.unobserve(target); plot(target); }
  }, { rootMargin: "600px" });

  const pen = document.createElement("canvas").getContext("2d");
  const widthOf = (text, style) => { pen.font = `${style} "Open Sans", verdana, arial, sans-serif`; return pen.measureText(text).width; };

  // Breaks a line to a width; markup stays whole.
  const broken = (text, width, style) => {
    const out = [];
    let line = "", seen = "";
    for (const word of text.match(/(?:<[^>]*>|[^\s<])+/g) ?? []) {
      const shown = word.replace(/<[^>]*>|&\w+;/g, tag => tag[0] === "&" ? "x" : "");
      if (seen && widthOf(`${seen} ${shown}`, style) > width) { out.push(line); line = word; seen = shown; }
      else { line += (seen ? " " : "") + word; seen += (seen ? " " : "") + shown; }
    }
    return [...out, line];
  };

  // Breaks the lines of a title. Gives the lines and how many there are more.
  const wrapped = (title, width) => {
    const lines = title.split(/<br ?\/?>/), head = lines.shift();
    const all = [...broken(head, width, `bold ${titleFont}px`), ...(lines.length ? broken(lines.join(" "), width, `${lineFont}px`) : [])];
    return { text: all.join("<br>"), more: all.length - lines.length - 1 };
  };

  // On a phone what stands over a part of the chart, or below an axis that has only a part of it, is broken to that part.
  const withinParts = (layout, data, width) => {
    const plot = width - (data.some(trace => trace.type === "heatmap" && trace.showscale !== false) ? 180 : 110);
    const part = ([from, to] = [0, 1]) => plot * (to - from);
    const axes = Object.entries(layout).filter(([name, axis]) => /^xaxis/.test(name) && axis.domain && axis.title?.text)
      .map(([name, axis]) => [name, { ...axis, title: { ...axis.title, text: broken(axis.title.text, part(axis.domain), `${axisFont}px`).join("<br>") } }]);
    const end = note => Math.min(1, ...layout.annotations.filter(({ x, y }) => y === note.y && x > note.x).map(({ x }) => x));
    const annotations = layout.annotations?.map(note => note.xref !== "paper" || note.xanchor !== "left" ? note
      : { ...note, align: "left", font: { ...note.font, size: 11 }, text: broken(note.text, part([note.x, end(note)]), "bold 11px").join("<br>") });
    return { ...Object.fromEntries(axes), ...(annotations && { annotations }) };
  };

  const fitted = (layout, data, width) => {
    if (!layout.title?.text || layout.width) return layout;
    const narrow = width < 560;
    const margin = { ...layout.margin, ...(narrow && { l: 48, r: data.some(trace => /text/.test(trace.mode)) ? 36 : 16 }) };
    // From the container's edge: an axis with long words takes room from the plot, and none from the title.
    const title = { ...layout.title, xref: "container", x: narrow ? 0.02 : (margin.l ?? 80) / width };
    const { text, more } = wrapped(title.text, narrow ? width * 0.96 : width - (margin.l ?? 80) - (margin.r ?? 80));
    // A phone's legend has several lines: below the chart, where they are in nobody's way.
    const below = narrow && layout.legend?.orientation === "h" && data.some(trace => trace.showlegend ?? (trace.name && data.length > 1));
    const legend = below ? { ...layout.legend, x: 0, xanchor: "left", y: 0, yref: "container", yanchor: "bottom" } : layout.legend;
    if (below) margin.b = (margin.b ?? 80) + legendHeight;
    margin.t = (margin.t ?? 100) + more * lineHeight;
    const before = layout.height ?? 450, height = before + more * lineHeight + (below ? legendHeight : 0);
    // Words that stand level on a wide screen turn where they would overlap.
    const parts = { ...layout, ...(narrow && withinParts(layout, data, width)) };
    const turned = Object.entries(parts).filter(([name, axis]) => narrow && /^xaxis/.test(name) && axis.tickangle === 0)
      .map(([name, axis]) => [name, { ...axis, tickangle: undefined, automargin: true }]);
    const y = title.y === undefined ? undefined : 1 - (1 - title.y) * before / height;
    return { ...parts, ...Object.fromEntries(turned), height, margin, legend, title: { ...title, text, y } };
  };

  // A phone's cells are narrow: what stands in them is written smaller. Numbers that would be too small are left out;
  // pointing at a cell tells them.
  const legible = (trace, layout, width) => {
    if (trace.type !== "heatmap" || !trace.texttemplate || width >= 560) return trace;
    const texts = trace.text?.flat().map(text => text ?? "") ?? ["-0.00"];
    if (texts.some(text => text.includes("font-size"))) return trace;
    const [from, to] = layout[`xaxis${(trace.xaxis ?? "x").slice(1)}`]?.domain ?? [0, 1];
    const cell = Math.min(0.55 * width, width - (trace.showscale !== false ? 180 : 110)) * (to - from) / (trace.z?.[0]?.length ?? 1);
    const size = cell / (0.58 * Math.max(1, ...texts.map(text => text.length)));
    return size >= (trace.textfont?.size ?? 12) ? trace
      : size < 7 && texts.every(text => /^[-\d.%×]*$/.test(text)) ? { ...trace, texttemplate: "" }
        : { ...trace, textfont: { ...trace.textfont, size: Math.max(7, size) } };
  };

  // The middle of a scale is nearly the paper's color: on a dark page a light one would be the loudest. What stands in
  // the cells has there whichever color can be read.
  const onDark = { '"#F7F7F7"': '"#2B303A"', '"#9CC8E3"': '"#336A8F"', '"#F2BC94"': '"#8E5530"' };
  const darkened = text => {
    const chart = JSON.parse(Object.entries(onDark).reduce((all, [light, dark]) => all.replaceAll(light, dark), text));
    for (const trace of chart.data) if (trace.type === "heatmap") delete trace.textfont?.color;
    return chart;
  };
  const isDark = place => getComputedStyle(place).color.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + +part, 0) > 382;

  // White paper is the place's. A chart on paper of another color keeps its colors.
  const coloredAs = (place, layout) => {
    const isWhite = name => /^(#fff(fff)?|white|rgba\(0, 0, 0, 0\))$/i.test(layout[name] ?? layout.template?.layout?.[name] ?? "white");
    const { color } = getComputedStyle(place), clear = "rgba(0, 0, 0, 0)";
    return !isWhite("paper_bgcolor") ? layout : {
      ...layout, font: { ...layout.font, color }, modebar: { ...layout.modebar, color }, paper_bgcolor: clear,
      ...(isWhite("plot_bgcolor") && { plot_bgcolor: clear }),
    };
  };

  const plot = (place, figure = place.parentElement?.querySelector("script[type='application/json']").textContent) => {
    if (!place.isConnected) return; // another output has taken its place
    const { data, layout = {}, config } = isDark(place) ? darkened(figure) : JSON.parse(figure);
    const shown = fitted(coloredAs(place, layout), data, place.clientWidth);
    place.dataset.drawn = "";
    place.textContent = place.style.minHeight = "";
    Plotly.newPlot(place, data.map(trace => legible(trace, layout, place.clientWidth)), shown, config)
      .catch(error => place.append(`The chart could not be drawn: ${error}`));
  };

  return {
    plot,
    draw(root = document) {
      for (const place of root.querySelectorAll(".plotly-chart:not([data-drawn])")) {
        place.style.minHeight = `${place.dataset.height}px`; // so that the page does not jump
        if (ready()) watch.observe(place);
      }
    },
    drawAll: () => document.querySelectorAll(".plotly-chart:not([data-drawn])").forEach(place => plot(place)),
    recolor() {
      document.querySelectorAll(".plotly-chart[data-drawn]").forEach(place => plot(place));
    },
  };
})();
