// The book's few moving parts: theme, contents, search, charts. Without scripts, all that is written can still be read.
(() => {
  const root = document.documentElement, home = root.dataset.root;
  const charts = typeof Charts === "undefined" ? null : Charts;
  const systemDark = matchMedia("(prefers-color-scheme: dark)"), wide = matchMedia("(min-width: 60.01rem)");

  // Theme: the button turns it round, and the choice is kept.
  const isDark = () => (root.dataset.theme ?? (systemDark.matches ? "dark" : "light")) === "dark";
  document.querySelector(".theme").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* a browser that keeps nothing */ }
    charts?.recolor();
  });
  systemDark.addEventListener("change", () => charts?.recolor());

  // Contents: open beside the text, closed above it; the section that is read is marked.
  const side = document.querySelector(".side details");
  const fold = () => { if (side) side.open = wide.matches; };
  wide.addEventListener("change", fold);
  fold();
  const entries = new Map([...document.querySelectorAll(".side a[href^='#']")].map(a => [decodeURIComponent(a.hash.slice(1)), a]));
  const headings = [...document.querySelectorAll("main h2[id]")].filter(heading => entries.has(heading.id));
  const mark = () => {
    const here = headings.findLast(heading => heading.getBoundingClientRect().top < 120);
    for (const heading of headings) entries.get(heading.id).classList.toggle("here", heading === here);
  };
  addEventListener("scroll", mark, { passive: true });
  mark();

  // What scrolls sideways can be scrolled by the keyboard.
  const reach = () => {
    for (const box of document.querySelectorAll("main pre, main .scroll, main .output, main math[display='block'], .side details")) {
      const scrolls = box.scrollWidth > box.clientWidth + 1 || (box.matches(".side details") && box.scrollHeight > box.clientHeight + 1);
      if (scrolls) box.setAttribute("tabindex", "0"); else box.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", reach);
  reach();

  // From a folder of this machine a browser runs no program, not even its own.
  if (location.protocol === "file:") {
    for (const link of document.querySelectorAll("a.live")) {
      link.replaceWith("To run it, read this book over http: put its folder on a web host, or type python3 -m http.server in it");
    }
  }

  if (charts) {
    charts.draw();
    addEventListener("beforeprint", charts.drawAll);
  }

  // Search: all words must be found; those in a heading count most.
  const box = document.querySelector("input[type='search']"), found = document.querySelector(".found");
  let loaded;
  const load = () => loaded ??= new Promise(done => {
    const script = document.createElement("script");
    script.src = `${home}assets/search-index.js`;
    script.onload = done;
    document.head.append(script);
  });
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const marked = (text, words) => text.split(new RegExp(`(${words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "gi"))
    .map((part, i) => i % 2 ? element("mark", {}, part) : part);
  const excerpt = (text, word) => {
    const at = Math.max(0, text.toLowerCase().indexOf(word)), start = at < 60 ? 0 : text.lastIndexOf(" ", at - 50) + 1;
    return (start > 0 ? "… " : "") + text.slice(start, start + 150) + (text.length > start + 150 ? " …" : "");
  };
  const score = ([page, , heading, text], words) => {
    const [high, title, low] = [heading, searchIndex.pages[page][1], text].map(part => part.toLowerCase());
    if (!words.every(word => high.includes(word) || title.includes(word) || low.includes(word))) return 0;
    return 1 + words.reduce((sum, word) => sum + 9 * high.includes(word) + 20 * (high === word) + 4 * (title.includes(word) && !high)
      + low.includes(word), 0);
  };
  const search = async () => {
    await load();
    const words = box.value.toLowerCase().split(/\s+/).filter(word => word);
    const hits = words.length === 0 ? [] : searchIndex.sections.map(section => [score(section, words), section])
      .filter(([points]) => points > 0).sort((a, b) => b[0] - a[0]).slice(0, 12);
    found.hidden = words.length === 0;
    found.replaceChildren(...hits.map(([, [page, anchor, heading, text]]) => {
      const [address, title] = searchIndex.pages[page];
      return element("li", {}, element("a", { href: `${home}${address}${anchor && "#" + encodeURIComponent(anchor)}` },
        element("b", {}, ...marked(heading || title, words)), heading ? ` · ${title}` : "",
        element("span", {}, ...marked(excerpt(text, words[0]), words))));
    }));
    if (hits.length === 0) found.append(element("li", {}, element("p", {}, "Nothing found.")));
  };
  const move = step => {
    const links = [...found.querySelectorAll("a")], at = links.indexOf(document.activeElement) + step;
    (links[at] ?? (at < 0 ? box : links.at(-1)))?.focus();
  };
  const close = () => { found.hidden = true; };
  box.addEventListener("input", search);
  box.addEventListener("focus", () => { if (box.value) search(); });
  found.addEventListener("click", close);
  document.addEventListener("click", event => { if (!event.target.closest("search")) close(); });
  document.addEventListener("keydown", event => {
    const within = event.target.closest("search");
    if (event.key === "/" && !event.target.matches("input, textarea")) { event.preventDefault(); box.focus(); }
    else if (event.key === "Escape" && within) { close(); box.blur(); }
    else if (event.key === "Enter" && event.target === box) found.querySelector("a")?.click();
    else if (within && (event.key === "ArrowDown" || event.key === "ArrowUp")) { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
  });
})();
