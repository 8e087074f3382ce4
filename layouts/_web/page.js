/* Phóng to, Thu nhỏ, In: the size of type, remembered; and what a narrow screen asks for. */
(function () {
  "use strict";
  var STEPS = [100, 125, 150, 175, 200];
  /* Lines of fewer type sizes than this hold so few letters that words are no longer bound (compose/scale.py). */
  var BOUND_FROM = 13.5;
  /* About the width of a letter of a headline, as a part of its size. */
  var LETTER = 0.65;
  var root = document.documentElement;
  var name = document.body.dataset.remembered;
  var tools = document.querySelector(".tools");
  var shown = tools.querySelector("output");
  var main = document.querySelector("main");
  var zoom = STEPS[0];

  function remembered() {
    /* Some browsers keep nothing for a file on the disk, or nothing at all, and say so by an error. */
    try {
      return Number(window.localStorage.getItem(name));
    } catch (error) {
      return 0;
    }
  }

  function remember() {
    try {
      window.localStorage.setItem(name, String(zoom));
    } catch (error) {
      /* Then the size lasts until the page is left. */
    }
  }

  /* Text nodes with no-break spaces, and the words as they came. */
  var bound = [];
  var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.data.indexOf("\u00a0") >= 0) {
      var words = walker.currentNode.data;
      var longest = Math.max.apply(null, words.split(" ").map(function (word) { return word.length; }));
      bound.push({ node: walker.currentNode, words: words, longest: longest });
    }
  }

  function bind(always) {
    var width = main.clientWidth;
    var body = parseFloat(window.getComputedStyle(root).fontSize);
    root.classList.toggle("unbound", !always && width < BOUND_FROM * body);
    bound.forEach(function (it) {
      var size = parseFloat(window.getComputedStyle(it.node.parentNode).fontSize) || body;
      /* Of a headline, large as it is, words stay together as long as the longest of them fits. */
      var least = /^H[1-4]$/.test(it.node.parentNode.tagName) ? LETTER * it.longest : BOUND_FROM;
      it.node.data = always || width >= least * size ? it.words : it.words.replace(/\u00a0/g, " ");
    });
  }

  /* A table that is wider than the screen is moved in a box of its own, which the keyboard then reaches. */
  function settle() {
    bind(false);
    document.querySelectorAll(".wide").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) {
        box.setAttribute("tabindex", "0");
      } else {
        box.removeAttribute("tabindex");
      }
    });
  }

  function show() {
    root.dataset.zoom = String(zoom);
    shown.textContent = "Cỡ chữ " + zoom + "%";
    tools.querySelectorAll("button").forEach(function (button) {
      var ends = { larger: STEPS[STEPS.length - 1], smaller: STEPS[0] };
      button.setAttribute("aria-disabled", String(ends[button.dataset.do] === zoom));
    });
    settle();
  }

  tools.addEventListener("click", function (event) {
    var what = event.target.dataset.do;
    var place = STEPS.indexOf(zoom);
    if (what === "print") {
      window.print();
    } else if (what === "larger" || what === "smaller") {
      zoom = STEPS[Math.min(STEPS.length - 1, Math.max(0, place + (what === "larger" ? 1 : -1)))];
      remember();
      show();
    }
  });
  window.addEventListener("resize", settle);
  window.addEventListener("beforeprint", function () {
    bind(true);
  });
  window.addEventListener("afterprint", settle);

  zoom = STEPS.indexOf(remembered()) >= 0 ? remembered() : STEPS[0];
  tools.hidden = false;
  show();
})();
