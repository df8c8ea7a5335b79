// Every address of the API has a worked example in curl, Python and R; each runs as it is printed, against the sample site, and says
// something. R is run where Rscript is installed. Environment: FOI_SERVER_BIN, FOI_TEST_LIBRARY.
import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startSite } from "./site.mjs";

const folder = fileURLToPath(new URL("../../web/guide/", import.meta.url));
const programs = { sh: "sh", py: "python3", R: "Rscript" };
// What a guide must say, where any output would pass for a success.
const says = {
  exportDocuments: /\d{4}-\d\d-\d\d|documents/,
  getFeed: /<title|^\d{4}-|title/,
  getPageImage: /^(200 image\/png [1-9]\d* bytes|404 application\/problem\+json [1-9]\d* bytes|[1-9]\d* bytes|[A-Z].*\.)/,
};
const hasR = spawnSync("Rscript", ["-e", "library(jsonlite)"]).status === 0;
let site, origin, page;

before(async () => {
  site = await startSite();
  origin = site.origin;
  page = await (await fetch(`${origin}/api`)).text();
});

after(() => site?.stop());

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");

test("every address has a guide in each language, and none is left over", async () => {
  const { paths } = await (await fetch(`${origin}/api/v1/openapi.json`)).json();
  const operations = Object.values(paths).map((path) => path.get.operationId);
  const wanted = operations.flatMap((name) => Object.keys(programs).map((ending) => `${name}.${ending}`));
  assert.deepEqual(readdirSync(folder).sort(), wanted.sort());
});

test("the page of the API shows them as they are", () => {
  for (const file of readdirSync(folder)) {
    const line = readFileSync(folder + file, "utf8").split("\n")[0];
    assert.ok(page.includes(escaped(line)), `${file}: ${line}`);
  }
});

for (const file of readdirSync(folder).sort()) {
  const program = programs[file.split(".").pop()];
  test(`${file} runs and says something`, { skip: program === "Rscript" && !hasR ? "Rscript with jsonlite is not installed" : false }, async () => {
    const environment = { ...process.env, FOI_SITE: origin, PYTHONWARNINGS: "error" };
    const { stdout, stderr } = await promisify(execFile)(program, [folder + file], { env: environment, timeout: 60_000, maxBuffer: 64 << 20 });
    assert.match(stdout.trim(), says[file.split(".")[0]] ?? /./);
    assert.equal(stderr, "");
  });
}
