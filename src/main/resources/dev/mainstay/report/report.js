(() => {
  const WORDS = {
    lost: "✕ lost",
    survives: "✓ survives",
    degraded: "! degraded",
    down: "✕ down",
    unknown: "? not known",
  };
  const OF_USERS = { survives: "✓ served", down: "✕ not served" };
  const all = (root, selector) => root.querySelectorAll(selector);

  const select = (input) => {
    const stack = input.closest(".stack");
    input.checked = true;
    all(stack, ".verdict").forEach((verdict) =>
      verdict.classList.toggle("selected", verdict.dataset.failure === input.value));
    all(stack, "svg .box, svg .wire, svg .unit").forEach((drawn) => {
      const state = drawn.getAttribute("data-f" + input.value) || "";
      drawn.dataset.state = state;
      const mark = drawn.querySelector(".mark");
      if (mark) {
        const words = drawn.classList.contains("users") ? { ...WORDS, ...OF_USERS } : WORDS;
        mark.textContent = words[state] || "";
      }
    });
  };

  const followLink = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const input = [...all(document, ".picker input")].find((each) => each.dataset.id === id);
    if (input) {
      select(input);
      input.closest(".picture").scrollIntoView({ block: "start" });
    }
  };

  document.documentElement.classList.add("js");
  all(document, ".picker input").forEach((input) =>
    input.addEventListener("change", () => {
      select(input);
      history.replaceState(null, "", "#" + input.dataset.id);
    }));
  all(document, ".picker input:checked").forEach(select);
  window.addEventListener("hashchange", followLink);
  followLink();

  all(document, "input[data-filter]").forEach((input) =>
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      const list = document.getElementById(input.dataset.filter);
      all(list, ".entry").forEach((entry) => {
        entry.hidden = !entry.textContent.toLowerCase().includes(wanted);
      });
      all(list, "details").forEach((group) => {
        group.hidden = ![...all(group, ".entry")].some((entry) => !entry.hidden);
        if (wanted) group.open = true;
      });
    }));

  window.addEventListener("beforeprint", () =>
    all(document, "details").forEach((each) => { each.open = true; }));
})();
