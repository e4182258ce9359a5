// Filters of the page that the html format writes.  No less-than sign and no
// ampersand here: see html_page.h.
"use strict";
(() => {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const files = Array.from(document.querySelectorAll(".file"));
  const groups = Array.from(document.querySelectorAll(".rule"));
  const findings = groups.flatMap((group) =>
    Array.from(group.querySelectorAll(".finding"), (item) => ({
      item,
      group,
      file: group.closest(".file"),
      severity: item.dataset.severity,
      rule: group.dataset.rule,
      text: null,
    })));
  if (findings.length === 0) return;

  const textOf = (finding) => {
    if (finding.text === null) {
      finding.text = [
        finding.group.querySelector("h4").textContent,
        finding.item.textContent,
      ].join(" ").toLowerCase();
    }
    return finding.text;
  };

  const conditions = () => {
    const values = new FormData(form);
    const severities = new Set(values.getAll("severity"));
    const category = values.get("category");
    const rule = values.get("rule");
    const file = values.get("file");
    const words = values.get("text").toLowerCase().split(/\s+/).filter(Boolean);
    const list = [(finding) => severities.has(finding.severity)];
    if (category) {
      list.push((finding) => finding.rule.startsWith(category + "/"));
    }
    if (rule) list.push((finding) => finding.rule === rule);
    if (file) list.push((finding) => finding.file.id === file);
    if (words.length > 0) {
      list.push((finding) => {
        const text = textOf(finding);
        return words.every((word) => text.includes(word));
      });
    }
    return list;
  };

  const apply = () => {
    const all = conditions();
    const visible = new Set();
    let count = 0;
    for (const finding of findings) {
      const fits = all.every((condition) => condition(finding));
      finding.item.hidden = !fits;
      if (fits) {
        count += 1;
        visible.add(finding.group).add(finding.file);
      }
    }
    const filtered = count !== findings.length;
    for (const part of [...groups, ...files]) {
      part.hidden = filtered ? !visible.has(part) : false;
    }
    shown.textContent = filtered
      ? "Filtered: " + count + " of the " + findings.length +
        " findings below are shown."
      : "";
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  // The fields are reset after the event.
  form.addEventListener("reset", () => setTimeout(apply, 0));
  form.addEventListener("submit", (event) => event.preventDefault());

  const setOpen = (open) => {
    for (const file of files) file.querySelector("details").open = open;
  };
  document.getElementById("collapse")
    .addEventListener("click", () => setOpen(false));
  document.getElementById("expand")
    .addEventListener("click", () => setOpen(true));

  // A link to a file that is filtered away or collapsed shows it.
  for (const link of document.querySelectorAll("a[href^='#file-']")) {
    link.addEventListener("click", () => {
      const file = document.getElementById(link.hash.slice(1));
      if (file.hidden) {
        form.reset();
        apply();
      }
      file.querySelector("details").open = true;
    });
  }

  // Paper has nothing to click on.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = Array.from(document.querySelectorAll("details:not([open])"));
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });

  form.hidden = false;
  // A page that comes back from the history keeps its fields.
  apply();
})();
