// Comforts only: the site works the same without this file.
"use strict";

// Lists of filter values longer than this get a box to narrow them by typing.
const LONG_LIST = 20;

// Leaves empty fields out of the address of a search.
function dropEmptyFields(form) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) {
      if (field.name && field.name !== "q" && field.value === "") field.disabled = true;
    }
  });
  // Coming back by the Back button finds the page as it was left.
  window.addEventListener("pageshow", () => {
    for (const field of form.elements) field.disabled = false;
  });
}

function narrowBy(box, rows) {
  const wanted = box.value.trim().toLowerCase();
  for (const row of rows) row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
}

function addNarrowing(facet) {
  const more = facet.querySelector("details");
  const rows = [...facet.querySelectorAll(".facet-row")];
  if (!more || rows.length <= LONG_LIST) return;
  const box = document.createElement("input");
  box.type = "search";
  box.className = "facet-narrow";
  box.placeholder = "Find in this list";
  box.setAttribute("aria-label", "Find in the list: " + facet.querySelector("legend").textContent);
  box.addEventListener("input", () => {
    if (box.value !== "") more.open = true;
    narrowBy(box, rows);
  });
  // Enter here would send the whole form; it belongs to the list.
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  facet.querySelector("ul").before(box);
}

// Of some pages it shows only when they are drawn that there can be no picture.
function tellMissing(picture) {
  const note = document.createElement("p");
  note.className = "quiet";
  note.textContent = "This page cannot be shown as printed just now: it could not be drawn, or not with everything personal painted over.";
  picture.closest(".sheet").replaceWith(note);
}

for (const picture of document.querySelectorAll(".page-image img")) {
  if (picture.complete && picture.naturalWidth === 0) tellMissing(picture);
  else picture.addEventListener("error", () => tellMissing(picture));
}

const form = document.getElementById("search");
if (form) dropEmptyFields(form);
document.querySelectorAll("fieldset.facet").forEach(addNarrowing);
