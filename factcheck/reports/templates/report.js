(() => {
  "use strict";
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const cards = all(".card");
  const tools = document.querySelector(".tools");
  const pane = document.querySelector(".cards");
  if (!tools) return;
  const said = tools.querySelector("output");
  const keys = tools.querySelector("input");
  const buttons = all("button", tools);
  let current = null;

  const byNumber = new Map();
  for (const link of all(".text [data-c]")) {
    const number = link.dataset.c;
    if (!byNumber.has(number)) byNumber.set(number, []);
    byNumber.get(number).push(link);
  }
  const numberOf = (card) => card.id.slice("claim-".length);
  const wordsOf = (card) => byNumber.get(numberOf(card)) || [];
  const shown = () => cards.filter((card) => !card.hidden);
  const beside = () => getComputedStyle(pane).overflowY === "auto";

  function choose(card) {
    if (current) {
      current.classList.remove("current");
      for (const link of wordsOf(current)) link.classList.remove("current");
    }
    current = card;
    if (!card) return;
    card.classList.add("current");
    for (const link of wordsOf(card)) link.classList.add("current");
    const open = shown();
    said.textContent = `Claim ${open.indexOf(card) + 1} of ${open.length}`;
  }

  // Cards that were out of sight take their real height only when they come near: look again.
  function showCard(card) {
    place(card);
    requestAnimationFrame(() => place(card));
  }

  function place(card) {
    if (beside()) pane.scrollTop += card.getBoundingClientRect().top - pane.getBoundingClientRect().top - 4;
    else card.scrollIntoView({ block: "start" });
  }

  function showWords(card) {
    const [first] = wordsOf(card);
    if (first) first.scrollIntoView({ block: "center" });
  }

  function filter(wanted) {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.f === wanted));
    }
    for (const card of cards) {
      const fits = !wanted || (wanted === "!" ? card.classList.contains("stale") : card.dataset.o === wanted);
      card.hidden = !fits;
      for (const link of wordsOf(card)) link.classList.toggle("dim", !fits);
    }
    if (current && current.hidden) choose(null);
    pane.scrollTop = 0;
    said.textContent = `${shown().length} of ${cards.length} claims shown`;
  }

  function step(by) {
    const open = shown();
    if (!open.length) return;
    const at = open.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : open.length - 1) : at + by;
    const card = open[next];
    if (!card) return;
    choose(card);
    card.focus({ preventScroll: true });
    if (beside()) showWords(card);
    showCard(card);
  }

  function follow(event) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("[data-c],[data-at]");
    if (!link) return;
    const number = link.dataset.c || link.dataset.at;
    const card = document.getElementById(`claim-${number}`);
    if (!card) return;
    event.preventDefault();
    if (card.hidden) filter("");
    choose(card);
    history.pushState(null, "", link.getAttribute("href"));
    if (link.dataset.at) {
      showWords(card);
      const [first] = wordsOf(card);
      if (first) first.focus({ preventScroll: true });
      return;
    }
    card.focus({ preventScroll: true });
    if (beside() && !link.closest(".text")) showWords(card);
    showCard(card);
  }

  function arrive() {
    const card = document.getElementById(location.hash.slice(1).replace(/^at-/, "claim-"));
    if (card && card.classList.contains("card") && !card.hidden) choose(card);
  }

  for (const button of buttons) button.addEventListener("click", () => filter(button.dataset.f));
  document.addEventListener("click", follow);
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=checkbox]),textarea,select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });
  addEventListener("beforeprint", () => all("details").forEach((each) => { each.open = true; }));
  addEventListener("hashchange", arrive);
  document.documentElement.classList.add("js");
  tools.hidden = false;
  arrive();
})();
