// A visitor searches, filters and reads, with scripts and without. What to look for comes from the API, so that any library will do that
// has letters with text, a body and an exemption.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, startBrowser, startServer } from "./site.mjs";

const TIMEOUT = { timeout: 60_000 };
const NARROW = { viewport: { width: 320, height: 640 } };
let server, browser, sample;

async function api(query) {
  const response = await fetch(`${server.origin}/api/v1/search?${query}`);
  assert.equal(response.status, 200, query);
  return response.json();
}

before(async () => {
  server = await startServer();
  browser = await startBrowser();
  const everything = await api("limit=100&sort=newest");
  const letter = everything.results.find((result) => result.authority && /[a-z]{7}/i.test(result.title));
  assert.ok(letter, "the library has a letter with a body and a title");
  sample = {
    total: everything.total,
    letter,
    word: letter.title.match(/[a-z]{7,}/gi).sort((a, b) => b.length - a.length)[0],
    exemption: everything.facets.exemption[0],
    authority: everything.facets.authority[0],
  };
}, TIMEOUT);

after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "SIGTERM ends the server with 0");
}, TIMEOUT);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";

  test(`search, filter, read ${how}`, TIMEOUT, async () => {
    const { page, complaints, close } = await openPage(browser, server.origin, { javaScriptEnabled });
    await page.goto("/");
    assert.match(await page.locator("h1").innerText(), /asked/);
    await page.getByRole("searchbox", { name: "Search the answers" }).fill(sample.word);
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL(/[?&]q=/);
    const found = await api(`q=${encodeURIComponent(sample.word)}`);
    assert.match(await page.locator("h1").innerText(), new RegExp(`^${found.total} document`));
    assert.equal(await page.locator(".hit").count(), Math.min(found.total, 20));

    const title = await page.locator(".hit-title a").first().innerText();
    await page.locator(".hit-title a").first().click();
    await page.waitForURL(/\/d\/[a-z2-7]{16}/);
    assert.equal(await page.locator("h1").innerText(), title);
    assert.ok(await page.locator("#page-1").isVisible());
    assert.deepEqual(complaints, []);
    await close();
  });

  test(`a filter narrows, and can be taken away ${how}`, TIMEOUT, async () => {
    const { page, complaints, close } = await openPage(browser, server.origin, { javaScriptEnabled });
    await page.goto("/?sort=newest");
    assert.match(await page.locator("h1").innerText(), new RegExp(`^${sample.total} document`));
    await page.locator(`input[name="authority"][value="${sample.authority.id}"]`).check();
    await page.getByRole("button", { name: "Apply filters" }).click();
    await page.waitForURL(/authority=/);
    assert.match(await page.locator("h1").innerText(), new RegExp(`^${sample.authority.count} document`));
    assert.ok(await page.locator(`input[name="authority"][value="${sample.authority.id}"]`).isChecked());
    await page.locator(".chip").first().click();
    await page.waitForURL((url) => !url.search.includes("authority="));
    assert.match(await page.locator("h1").innerText(), new RegExp(`^${sample.total} document`));
    assert.deepEqual(complaints, []);
    await close();
  });
}

test("an exemption filter counts what the facet promised", TIMEOUT, async () => {
  const { page, close } = await openPage(browser, server.origin);
  await page.goto(`/?exemption=${sample.exemption.id}`);
  assert.match(await page.locator("h1").innerText(), new RegExp(`^${sample.exemption.count} document`));
  await page.locator(".hit-title a").first().click();
  await page.waitForURL(/\/d\//);
  assert.ok(await page.getByRole("heading", { name: "Exemptions" }).isVisible());
  // A quote leads to its place in the text.
  const quote = page.locator(".evidence-quote").first();
  if ((await quote.count()) > 0) {
    await quote.click();
    const target = new URL(page.url()).hash.slice(1);
    assert.ok(await page.locator(`[id="${target}"]`).isVisible());
  }
  await close();
});

test("empty fields stay out of the address", TIMEOUT, async () => {
  const { page, close } = await openPage(browser, server.origin);
  await page.goto("/?sort=newest");
  await page.getByRole("searchbox", { name: "Search the answers" }).fill(sample.word);
  await page.getByRole("button", { name: "Search" }).click();
  await page.waitForURL(/q=/);
  assert.equal(new URL(page.url()).searchParams.has("from"), false);
  await close();
});

test("nothing found says so", TIMEOUT, async () => {
  const { page, complaints, close } = await openPage(browser, server.origin);
  await page.goto("/?q=qqqqzzzzxxxx");
  assert.equal(await page.locator("h1").innerText(), "Nothing found");
  assert.deepEqual(complaints, []);
  await close();
});

test("a picture that cannot be drawn says so, others stay", TIMEOUT, async () => {
  let id;
  for (const hit of (await api("limit=100&facets=none&source=text&source=ocr")).results) {
    const first = await (await fetch(`${server.origin}/api/v1/documents/${hit.id}/pages/1`)).json();
    if (first.image) id = hit.id;
    if (id) break;
  }
  assert.ok(id, "the library has a page with a picture");
  for (const broken of [true, false]) {
    const { page, close } = await openPage(browser, server.origin);
    if (broken) await page.route("**/*.png*", (route) => route.fulfill({ status: 404, contentType: "application/problem+json", body: "{}" }));
    await page.goto(`/d/${id}`);
    const first = page.locator("#page-1");
    const details = first.locator(".page-image");
    if (!(await details.evaluate((element) => element.open))) await details.locator("summary").click();
    if (broken) await details.getByText("cannot be shown as printed").waitFor();
    else await page.waitForFunction(() => document.querySelector(".page-image img")?.naturalWidth > 0);
    assert.equal(await details.locator("img").count(), broken ? 0 : 1);
    assert.equal(await details.getByText("cannot be shown as printed").count(), broken ? 1 : 0);
    await close();
  }
});

test("wrong addresses get a calm page", TIMEOUT, async () => {
  const { page, close } = await openPage(browser, server.origin);
  for (const [path, status] of [["/missing", 404], ["/d/aaaaaaaaaaaaaaaa", 404], ["/?colour=red", 400]]) {
    const response = await page.goto(path);
    assert.equal(response.status(), status, path);
    assert.ok(await page.getByRole("link", { name: "Go to the search page" }).isVisible(), path);
  }
  await close();
});

test("a telephone: nothing is cut off, filters open by touch", TIMEOUT, async () => {
  const { page, close } = await openPage(browser, server.origin, { ...NARROW, javaScriptEnabled: false });
  for (const path of ["/", `/?q=${encodeURIComponent(sample.word)}`, `/d/${sample.letter.id}`, "/missing"]) {
    await page.goto(path);
    const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: innerWidth }));
    assert.ok(content <= window, `${path} is ${content} wide in ${window}`);
  }
  await page.goto("/?sort=newest");
  const apply = page.getByRole("button", { name: "Apply filters" });
  assert.equal(await apply.isVisible(), false);
  await page.getByText("Filter these results").click();
  assert.ok(await apply.isVisible());
  await close();
});

test("the keyboard: the first stop skips to the content", TIMEOUT, async () => {
  const { page, close } = await openPage(browser, server.origin);
  await page.goto("/?sort=newest");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to main content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await close();
});

// Text against its ground, as WCAG reckons it; 4.5 is level AA for text of this size.
function lowContrast() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) =>
    [r, g, b].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const low = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    const [a, b] = [luminance(channels(getComputedStyle(element).color)), luminance(ground(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) low.add(`${element.className || element.tagName}: ${ratio.toFixed(2)}`);
  }
  return [...low];
}

for (const colorScheme of ["light", "dark"]) {
  test(`contrast is level AA, ${colorScheme}`, TIMEOUT, async () => {
    const { page, close } = await openPage(browser, server.origin, { colorScheme });
    for (const path of ["/", "/?sort=newest", `/?exemption=${sample.exemption.id}&status=any`, `/d/${sample.letter.id}`, "/missing"]) {
      await page.goto(path);
      assert.deepEqual(await page.evaluate(lowContrast), [], path);
    }
    await close();
  });
}
