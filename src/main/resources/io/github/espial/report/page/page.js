"use strict";
(() => {
  const told = document.getElementById("said").dataset;
  const say = text => { document.getElementById("said").textContent = text; setTimeout(() => { document.getElementById("said").textContent = ""; }, 2000); };

  // Copies a command. Where a browser keeps its clipboard to itself, the text is selected for the reader to copy.
  for (const button of document.querySelectorAll("button.copy")) {
    const code = button.previousElementSibling;
    button.hidden = false;
    button.setAttribute("aria-label", told.copy + " " + code.textContent);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        say(told.copied);
      } catch (refused) {
        getSelection().selectAllChildren(code);
        say(told.selected);
      }
    });
  }

  // A link to a frame opens it.
  const open = () => {
    const frame = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (frame instanceof HTMLDetailsElement) {
      frame.open = true;
      frame.scrollIntoView();
    }
  };
  addEventListener("hashchange", open);
  open();

  const number = /^[0-9]+$/;
  const compare = (one, other) => number.test(one) && number.test(other)
    ? Number(one) - Number(other) : one < other ? -1 : one > other ? 1 : 0;

  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row, place) => ({ row, place, cells: Array.from(row.cells, cell => cell.textContent) }));
    const headings = Array.from(table.tHead.rows[0].cells);
    headings.forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      heading.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = heading.getAttribute("aria-sort") === "ascending";
        headings.forEach(other => other.removeAttribute("aria-sort"));
        heading.setAttribute("aria-sort", down ? "descending" : "ascending");
        const sign = down ? -1 : 1;
        rows.sort((one, other) => sign * compare(one.cells[column], other.cells[column]) || one.place - other.place);
        body.replaceChildren(...rows.map(entry => entry.row));
      });
    });
    const filter = table.closest(".table").querySelector(".filter");
    if (rows.length > 8) {
      filter.hidden = false;
      const count = filter.querySelector(".count");
      filter.querySelector("input").addEventListener("input", event => {
        const words = event.target.value.toLowerCase().split(/\s+/);
        let shown = 0;
        for (const entry of rows) {
          const text = entry.cells.join(" ").toLowerCase();
          const fits = words.every(word => text.includes(word));
          entry.row.hidden = !fits;
          shown += fits ? 1 : 0;
        }
        count.textContent = shown + " " + told.of + " " + rows.length;
      });
    }
  }

  for (const drawing of document.querySelectorAll(".drawing")) {
    const steps = [1, 2, 4, 8];
    let step = 0;
    const bar = document.createElement("p");
    bar.className = "zoom";
    const zoom = by => {
      step = Math.max(0, Math.min(steps.length - 1, step + by));
      drawing.classList.remove("z2", "z4", "z8");
      if (step > 0) {
        drawing.classList.add("z" + steps[step]);
      }
    };
    for (const [name, by] of [[told.in, 1], [told.out, -1]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = name;
      button.setAttribute("aria-label", name + ": " + drawing.getAttribute("aria-label"));
      button.addEventListener("click", () => zoom(by));
      bar.append(button);
    }
    drawing.before(bar);
    drawing.addEventListener("keydown", event => {
      if (event.key === "+" || event.key === "-") {
        zoom(event.key === "+" ? 1 : -1);
      }
    });
  }
})();
