"use strict";
(function () {
  const ID = 0, TICKET = 1, TITLE = 2, CUSTOMER = 3, NOTES = 4, VERDICT = 5, CONCLUSION = 6, FIRST = 7, FRAMES = 8,
    PARTNERS = 9, GATEWAYS = 10, FINDINGS = 11, REPORTS = 12;
  const SPARE_ROWS = 10, MOST_BARS = 8, MOST_TICKS = 60;
  const VERDICTS = ["misrouted", "healthy", "undetermined", "no-ipsec", "failed"];
  const rows = JSON.parse(document.getElementById("data").textContent);
  const run = JSON.parse(document.getElementById("run").textContent);
  const by = id => document.getElementById(id);

  function element(name, text, attributes) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
    return made;
  }

  /* Every row once as lower-case text, so that a search is one pass over strings. */
  const kinds = row => [...new Set(row[FINDINGS].map(finding => finding[0]))];
  const texts = rows.map(row => [row[ID], row[TICKET], row[TITLE], row[CUSTOMER], row[NOTES], row[VERDICT],
    row[CONCLUSION], row[FIRST], row[PARTNERS].join(" "), row[GATEWAYS].join(" "), kinds(row).join(" ")]
    .join("\n").toLowerCase());

  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  /* Name, value, class, and place in the grid of a row. */
  const columns = [
    ["Verdict", row => row[VERDICT], "verdict", "verdict"], ["Ticket", row => row[TICKET], "", "ticket"],
    ["Title", row => row[TITLE], "title", "title"], ["Customer", row => row[CUSTOMER], "", "customer"],
    ["First frame", row => row[FIRST].slice(0, 16).replace("T", " "), "", "first"],
    ["Peers", row => row[PARTNERS].join(" "), "", "peers"],
    ["Default gateways", row => row[GATEWAYS].join(" "), "", "gateways"],
    ["Reports", row => row[REPORTS].length, "", "reports"],
    ["Conclusion", row => row[CONCLUSION], "conclusion", "what"],
    ["Findings", row => kinds(row).join(" "), "findings", "found"]];
  /* What a click on a case opens: the page where there is one, else what reads best. */
  const best = row => ["html", "pdf", "txt", "json"].map(ending => row[REPORTS].find(report => report.endsWith("." + ending)))
    .find(Boolean);
  const path = report => report.split("/").map(encodeURIComponent).join("/");
  const rowHeight = () => parseInt(getComputedStyle(by("table")).getPropertyValue("--row"), 10);

  /* What the run before did not have. */
  const news = row => run.news[row[ID]] || [];
  const chosen = { isNew: "", verdict: "", finding: "", partner: "", gateway: "", month: "" };
  let sorted = rows.map((_, index) => index), order = { column: -1, down: false }, shown = sorted;

  const troubles = row => row[FINDINGS].filter(finding => finding[1] !== "info");
  const partnersOf = row => [...new Set(troubles(row).map(finding => finding[2]).filter(Boolean))];
  const gatewaysOf = row => {
    const named = troubles(row).map(finding => finding[3]).filter(Boolean);
    return [...new Set(named.length || !troubles(row).length ? named : row[GATEWAYS])];
  };
  const isChosen = row => (!chosen.isNew || news(row).length > 0)
    && (!chosen.verdict || row[VERDICT] === chosen.verdict)
    && (!chosen.finding || row[FINDINGS].some(finding => finding[0] === chosen.finding))
    && (!chosen.partner || partnersOf(row).includes(chosen.partner))
    && (!chosen.gateway || gatewaysOf(row).includes(chosen.gateway))
    && (!chosen.month || row[FIRST].startsWith(chosen.month));

  function filter() {
    const words = by("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = sorted.filter(index => words.every(word => texts[index].includes(word)) && isChosen(rows[index]));
    by("count").textContent = shown.length === rows.length
      ? rows.length + " cases" : shown.length + " of " + rows.length + " cases";
    by("clear").hidden = shown.length === rows.length && !words.length;
    by("table").scrollTop = 0;
    charts();
    draw();
  }

  function sort(column) {
    order = { column, down: order.column === column && !order.down };
    const value = columns[column][1];
    const keys = rows.map(value);
    const sign = order.down ? -1 : 1;
    const compare = typeof keys[0] === "number" ? (a, b) => a - b : collator.compare;
    sorted = rows.map((_, index) => index).sort((a, b) => sign * compare(keys[a], keys[b]) || a - b);
    head();
    filter();
  }

  function head() {
    by("head").replaceChildren(...columns.map(([name], column) => {
      const mark = order.column !== column ? "" : order.down ? " \u25be" : " \u25b4";
      const button = element("button", name + mark, { type: "button", role: "columnheader", "aria-sort":
        order.column !== column ? "none" : order.down ? "descending" : "ascending" });
      button.addEventListener("click", () => sort(column));
      return button;
    }));
  }

  /* Only the rows in view are in the document. */
  function draw() {
    const table = by("table"), height = rowHeight();
    const first = Math.max(0, Math.floor(table.scrollTop / height) - SPARE_ROWS);
    const end = Math.min(shown.length, Math.ceil((table.scrollTop + table.clientHeight) / height) + SPARE_ROWS);
    by("space").style.height = shown.length * height + "px";
    by("rows").style.transform = "translateY(" + first * height + "px)";
    by("rows").replaceChildren(...shown.slice(first, end).map(index => line(rows[index])));
  }

  function line(row) {
    const made = element("div", undefined, { class: "row", role: "row" });
    columns.forEach(([name, value, kind, place]) => {
      const text = String(value(row));
      const cell = element("div", undefined, { role: "cell", class: kind, title: name + ": " + text });
      cell.style.gridArea = place;
      if (name === "Reports") {
        cell.removeAttribute("title");
        for (const report of row[REPORTS]) {
          cell.append(element("a", report.split(".").pop(), { href: path(report) }));
        }
      } else if (name === "Title" && best(row)) {
        cell.append(element("a", text || row[ID], { href: path(best(row)) }));
      } else if (name === "Findings") {
        const fresh = news(row).length ? "new: " + news(row).join(" ") : "";
        const notes = row[NOTES] ? "notes: " + row[NOTES] : "";
        cell.textContent = [fresh, text, notes].filter(Boolean).join(" \u00b7 ");
      } else {
        cell.textContent = text;
      }
      if (name === "Verdict") {
        cell.style.color = "var(--" + row[VERDICT] + ")";
        if (news(row).length) {
          cell.append(element("span", "new", { class: "new", title: "new since the last run: " + news(row).join(", ") }));
        }
      }
      made.append(cell);
    });
    if (best(row)) {
      made.dataset.page = path(best(row));
      made.addEventListener("click", event => {
        if (!event.target.closest("a") && !String(getSelection())) location.href = made.dataset.page;
      });
    }
    return made;
  }

  function choose(kind, value) {
    chosen[kind] = chosen[kind] === value ? "" : value;
    filter();
  }

  function charts() {
    const counts = { verdict: new Map(), finding: new Map(), partner: new Map(), gateway: new Map(), month: new Map() };
    const add = (kind, key) => counts[kind].set(key, (counts[kind].get(key) || 0) + 1);
    for (const index of shown) {
      const row = rows[index];
      add("verdict", row[VERDICT]);
      kinds(row).forEach(kind => add("finding", kind));
      partnersOf(row).forEach(partner => add("partner", partner));
      gatewaysOf(row).forEach(gateway => add("gateway", gateway));
    }
    by("verdicts").replaceChildren(...VERDICTS.map(verdict => {
      const button = element("button", verdict + " " + (counts.verdict.get(verdict) || 0),
        { type: "button", "aria-pressed": String(chosen.verdict === verdict) });
      button.style.setProperty("--mark", "var(--" + verdict + ")");
      button.addEventListener("click", () => choose("verdict", verdict));
      return button;
    }));
    const fresh = shown.filter(index => news(rows[index]).length).length;
    if (fresh || chosen.isNew) {
      const button = element("button", "new " + fresh, { type: "button", "aria-pressed": String(Boolean(chosen.isNew)) });
      button.style.setProperty("--mark", "var(--ink)");
      button.addEventListener("click", () => choose("isNew", "new"));
      by("verdicts").prepend(button);
    }
    bars("findings", "finding", counts.finding);
    bars("partners", "partner", counts.partner);
    bars("gateways", "gateway", counts.gateway);
    overTime();
  }

  function bars(place, kind, counts) {
    const top = [...counts].sort((a, b) => b[1] - a[1] || collator.compare(a[0], b[0])).slice(0, MOST_BARS);
    const most = top.length ? top[0][1] : 1;
    by(place).replaceChildren(...top.map(([key, count]) => {
      const button = element("button", undefined,
        { type: "button", class: "bar", title: key, "aria-pressed": String(chosen[kind] === key) });
      const bar = element("i");
      bar.style.width = 100 * count / most + "%";
      button.append(element("span", key), bar, element("b", count));
      button.addEventListener("click", () => choose(kind, key));
      return button;
    }));
    const more = counts.size - top.length;
    if (!top.length) by(place).append(element("div", "none", { class: "none" }));
    if (more > 0) by(place).append(element("div", "and " + more + " more", { class: "none" }));
  }

  /* Days where there are few, else months, else years. */
  function ticks(times) {
    for (const digits of [10, 7, 4]) {
      const keys = [...new Set(times.map(time => time.slice(0, digits)))].sort();
      if (keys.length <= MOST_TICKS || digits === 4) return { digits, keys: keys.slice(-MOST_TICKS) };
    }
  }

  function overTime() {
    const dated = shown.map(index => rows[index]).filter(row => row[FIRST]);
    if (!dated.length) {
      by("time").replaceChildren(element("div", "no times", { class: "none" }));
      return;
    }
    const { digits, keys } = ticks(dated.map(row => row[FIRST]));
    const places = new Map(keys.map((key, index) => [key, index]));
    const counts = keys.map(() => new Map());
    for (const row of dated) {
      const place = places.get(row[FIRST].slice(0, digits));
      if (place !== undefined) counts[place].set(row[VERDICT], (counts[place].get(row[VERDICT]) || 0) + 1);
    }
    const most = Math.max(...counts.map(count => [...count.values()].reduce((a, b) => a + b, 0)));
    const width = 300, height = 120, step = width / keys.length, space = "http://www.w3.org/2000/svg";
    const drawing = document.createElementNS(space, "svg");
    drawing.setAttribute("viewBox", "0 0 " + width + " 150");
    const broad = Math.min(step * .8, 40);
    const put = (name, attributes, text) => {
      const made = document.createElementNS(space, name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      if (text !== undefined) made.textContent = text;
      drawing.append(made);
      return made;
    };
    keys.forEach((key, index) => {
      let top = height;
      for (const verdict of VERDICTS) {
        const count = counts[index].get(verdict) || 0;
        if (!count) continue;
        const tall = count / most * (height - 14);
        top -= tall;
        const bar = put("rect", { x: index * step + (step - broad) / 2, y: top, width: broad, height: tall });
        bar.style.fill = "var(--" + verdict + ")";
        const title = document.createElementNS(space, "title");
        title.textContent = key + ": " + count + " " + verdict;
        bar.append(title);
        bar.addEventListener("click", () => choose("month", key));
      }
    });
    put("text", { x: 0, y: 10 }, String(most));
    put("text", { x: 0, y: 140 }, keys[0]);
    if (keys.length > 1) put("text", { x: width, y: 140, "text-anchor": "end" }, keys[keys.length - 1]);
    by("time").replaceChildren(drawing);
  }

  function ran() {
    if (!run.at) return;
    const fresh = rows.filter(row => news(row).length).length;
    const since = run.before ? (fresh || "nothing") + (fresh ? " with something new" : " new") + " since the run that ended at "
      + run.before : "no earlier run to compare with";
    by("ran").textContent = "Run of " + run.at + (run.isWhole ? "; " : ", not at its end; ") + since;
  }

  let waiting = 0;
  by("search").addEventListener("input", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(filter);
  });
  by("clear").addEventListener("click", () => {
    by("search").value = "";
    Object.keys(chosen).forEach(kind => { chosen[kind] = ""; });
    filter();
  });
  by("table").addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
  addEventListener("resize", draw);
  ran();
  head();
  filter();
})();
