// Draws a figure wherever its placeholder stands. Either may come late: the placeholder (a notebook evaluates scripts
// before it inserts their output) or what draws (the first cell of the notebook loads it).
((id, figure) => {
  const tick = 200, patience = 5000, end = 600000;
  let waited = 0;
  const explain = place => {
    const note = document.createElement("p");
    note.textContent = "To see the chart, run the first cell of this notebook: it loads the charts.";
    place.append(note);
  };
  const look = () => {
    const places = document.querySelectorAll(`[data-chart="${id}"]:not([data-drawn])`);
    if (window.Charts && places.length) return places.forEach(place => Charts.plot(place, JSON.stringify(figure)));
    if (waited === patience) places.forEach(explain);
    if ((waited += tick) < end) setTimeout(look, tick);
  };
  look();
})
