
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const text = data.strings;
  const edits = data.edits.map(([start, original, replacement, kind, confidence, rule, reason, before, after], index) => ({
    index, start, original: text[original], replacement: text[replacement], kind: text[kind], confidence,
    rule: text[rule], reason: text[reason], before, after, decision: "open",
  }));
  const find = id => document.getElementById(id);
  const page = find("text"), tip = find("tip"), card = find("card");
  const elementOf = edit => find("e" + edit.index);
  let matching = edits, current = null, currentFinding = -1, chosenRule = null, unsaved = false;

  // Everything is put on the page as text, never as markup.
  function add(parent, tag, content, className) {
    const element = parent.appendChild(document.createElement(tag));
    element.textContent = content;
    if (className) element.className = className;
    return element;
  }

  // Characters without a shape are named; so are those that turn the direction of a line round.
  const named = words => words.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, c => "U+" + c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0"));
  const visible = words => words === "" ? "∅" : named(words.replaceAll("\r", "").replaceAll("\n", "⏎"));
  const percent = p => (Math.floor(p * 1000) / 10) + " %";

  function showCard(edit) {
    card.textContent = "";
    const change = add(card, "p", "", "change");
    change.lang = "zh";
    add(change, "del", visible(edit.original));
    add(change, "span", " → ");
    add(change, "ins", visible(edit.replacement));
    const place = matching.indexOf(edit);
    add(card, "p", `${edit.kind}, ${percent(edit.confidence)} sure, ${edit.decision}` + (place < 0 ? "" : ` · ${place + 1} of ${matching.length}`));
    add(card, "p", `Rule ${named(edit.rule)}, character ${edit.start}`);
    add(card, "p", named(edit.reason), "reason");
  }

  function goTo(edit) {
    if (!edit) return;
    document.querySelector(".current")?.classList.remove("current");
    current = edit;
    const element = elementOf(edit);
    element.classList.add("current");
    element.scrollIntoView({ block: "center" });
    showCard(edit);
  }

  function step(direction) {
    if (matching.length === 0) return;
    if (!current) return goTo(direction > 0 ? matching[0] : matching.at(-1));
    const next = direction > 0 ? matching.find(edit => edit.index > current.index) : matching.findLast(edit => edit.index < current.index);
    goTo(next ?? (direction > 0 ? matching[0] : matching.at(-1)));
  }

  function stepFinding(direction) {
    if (data.findings === 0) return;
    currentFinding = currentFinding < 0 && direction < 0 ? data.findings - 1 : (currentFinding + direction + data.findings) % data.findings;
    document.querySelector(".current")?.classList.remove("current");
    const element = find("f" + currentFinding);
    element.classList.add("current");
    element.scrollIntoView({ block: "center" });
  }

  function decide(decision) {
    if (!current) return;
    const decided = current;
    decided.decision = decision;
    unsaved = true;
    const classes = elementOf(decided).classList;
    classes.toggle("accepted", decision === "accepted");
    classes.toggle("rejected", decision === "rejected");
    if (decision !== "open") step(1);
    filter();
    showCard(current);
  }

  function filter() {
    const kinds = new Set([...document.querySelectorAll("input[name=kind]:checked")].map(box => box.value));
    const words = find("words").value.trim(), ceiling = Number(find("ceiling").value || 100) / 100, state = find("state").value;
    matching = edits.filter(edit => kinds.has(edit.kind) && (ceiling >= 1 || edit.confidence <= ceiling)
      && (state === "" || edit.decision === state) && (chosenRule === null || edit.rule === chosenRule)
      && (words === "" || [edit.original, edit.replacement, edit.rule].some(field => field.includes(words))));
    const shown = new Set(matching);
    for (const edit of edits) {
      const off = !shown.has(edit);
      if (off !== edit.off) elementOf(edit).classList.toggle("off", edit.off = off);
    }
    const count = decision => edits.filter(edit => edit.decision === decision).length;
    find("matching").textContent = `${matching.length} of ${edits.length} edits; ${count("accepted")} accepted, ${count("rejected")} rejected`;
  }

  // Words of a dictionary hold no white space, no control characters and no halves of characters, and are 32 long at most.
  const isWord = words => words !== "" && words.length <= 32 && !/[\s\p{Cc}\p{Cf}\p{Cs}\ufffd]/u.test(words) && !/[\ud800-\udfff]/.test(words);

  // The shortest stretch around a rejected edit that holds none of the edits to be kept: to protect the word alone
  // would switch off its other places too.
  function protectedStretch(edit) {
    const stop = /[\s\p{P}\p{Cc}\p{Cf}\p{Cs}\ufffd\ud800-\udfff]/u;
    const before = [...edit.before].reverse(), after = [...edit.after];
    const left = before.findIndex(c => stop.test(c)), right = after.findIndex(c => stop.test(c));
    const [most, furthest] = [left < 0 ? before.length : left, right < 0 ? after.length : right];
    const kept = edits.filter(other => other.decision !== "rejected" && other.original === edit.original)
      .map(other => other.before + other.original + other.after);
    for (let size = 0; size <= most + furthest; size++) {
      for (let b = Math.max(0, size - furthest); b <= Math.min(size, most); b++) {
        const stretch = before.slice(0, b).reverse().join("") + edit.original + after.slice(0, size - b).join("");
        if (isWord(stretch) && !kept.some(context => context.includes(stretch))) return stretch;
      }
    }
    return null;
  }

  function protectedWords() {
    const lines = new Set(), notes = [];
    for (const edit of edits.filter(edit => edit.decision === "rejected")) {
      const stretch = edit.kind === "substitution" || edit.kind === "ocr" ? protectedStretch(edit) : null;
      if (stretch) lines.add(`${stretch}\t${edit.rule} rejected`);
      else notes.push(`# character ${edit.start}: ${visible(edit.original)} → ${visible(edit.replacement)} was rejected, but no word tells this place from others`);
    }
    return [...lines].sort().concat(notes);
  }

  function dictionary() {
    const pairs = new Map();
    for (const edit of edits) {
      if (edit.decision === "open" || edit.kind !== "substitution") continue;
      const rule = edit.rule.split("→");
      const [damaged, original] = rule.length === 2 ? rule : [edit.original, edit.replacement];
      if (!isWord(damaged) || !isWord(original) || damaged === original) continue;
      const counts = pairs.get(damaged + "\t" + original) ?? { accepted: 0, rejected: 0 };
      counts[edit.decision]++;
      pairs.set(damaged + "\t" + original, counts);
    }
    return [...pairs].filter(([, counts]) => counts.accepted > 0).sort(([a], [b]) => a < b ? -1 : 1)
      .map(([pair, counts]) => `${pair}\tuser\taccepted ${counts.accepted}, rejected ${counts.rejected}`);
  }

  function save(fileName, lines) {
    const title = data.name.replace(/[\s\p{Cc}]+/gu, " ");
    const content = [`# Decisions on ${title || "a document"}`, ...lines, ""].join("\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: "text/tab-separated-values;charset=utf-8" }));
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    find("saved").textContent = `${fileName}: ${lines.filter(line => !line.startsWith("#")).length} lines`;
    unsaved = false;
  }

  function view(name) {
    page.className = name;
    for (const radio of document.querySelectorAll("input[name=view]")) radio.checked = radio.value === name;
  }

  const keys = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    a: () => decide("accepted"), r: () => decide("rejected"), u: () => decide("open"),
    f: () => stepFinding(1), F: () => stepFinding(-1),
    1: () => view("repaired"), 2: () => view("both"), 3: () => view("original"),
    "/": () => find("words").focus(), "?": () => { find("keys").hidden = !find("keys").hidden; },
  };
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") document.activeElement.blur();
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input[type=search], input[type=number], select")) return;
    if (!Object.hasOwn(keys, event.key)) return;
    keys[event.key]();
    event.preventDefault();
  });

  page.addEventListener("click", event => {
    const element = event.target.closest(".e");
    if (element) goTo(edits[Number(element.id.slice(1))]);
  });
  page.addEventListener("mouseover", event => {
    const element = event.target.closest(".e, .f");
    tip.hidden = !element;
    if (!element) return;
    // The browser's own tooltip would stand beside this one.
    if (element.title) element.dataset.title = element.title;
    element.removeAttribute("title");
    const edit = element.classList.contains("e") ? edits[Number(element.id.slice(1))] : null;
    tip.textContent = edit ? `${visible(edit.original)} → ${visible(edit.replacement)}\n${percent(edit.confidence)} · ${named(edit.rule)}\n${named(edit.reason)}` : element.dataset.title;
    const box = element.getBoundingClientRect();
    tip.style.left = Math.max(0, Math.min(box.left, innerWidth - tip.offsetWidth - 8)) + "px";
    tip.style.top = (box.bottom + tip.offsetHeight + 8 > innerHeight ? box.top - tip.offsetHeight - 6 : box.bottom + 6) + "px";
  });
  page.addEventListener("mouseleave", () => { tip.hidden = true; });

  find("map").addEventListener("click", event => {
    const box = find("map").getBoundingClientRect();
    const position = Math.floor((event.clientY - box.top) / box.height * 200) / 200 * data.length;
    goTo(matching.find(edit => edit.start >= position) ?? matching.at(-1));
  });
  find("rules")?.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    const rule = edits[Number(button.dataset.edit)].rule;
    chosenRule = chosenRule === rule ? null : rule;
    for (const other of find("rules").querySelectorAll("button")) other.ariaPressed = other === button && chosenRule !== null;
    filter();
    if (chosenRule !== null) goTo(matching[0]);
  });
  for (const box of document.querySelectorAll("input[name=kind]")) box.addEventListener("change", filter);
  for (const radio of document.querySelectorAll("input[name=view]")) radio.addEventListener("change", () => view(radio.value));
  for (const id of ["words", "ceiling", "state"]) find(id).addEventListener("input", filter);
  find("next").addEventListener("click", () => step(1));
  find("previous").addEventListener("click", () => step(-1));
  find("accept").addEventListener("click", () => decide("accepted"));
  find("reject").addEventListener("click", () => decide("rejected"));
  find("forget").addEventListener("click", () => decide("open"));
  find("save-protected").addEventListener("click", () => save("protected.tsv", protectedWords()));
  find("save-dictionary").addEventListener("click", () => save("dictionary.tsv", dictionary()));
  addEventListener("beforeunload", event => { if (unsaved) event.preventDefault(); });
  filter();
})();
