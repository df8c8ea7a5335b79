// The API's description is valid OpenAPI 3.1 (its own schema, and spectral's rules), its schemas compile (ajv), and every answer of the sample site is what it
// says. Environment: FOI_SERVER_BIN, FOI_TEST_LIBRARY.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import Spectral from "@stoplight/spectral-core";
import Parsers from "@stoplight/spectral-parsers";
import Rulesets from "@stoplight/spectral-rulesets";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { startSite } from "./site.mjs";

let site, origin, api, ajv, ids, cluster;

before(async () => {
  site = await startSite();
  origin = site.origin;
  api = await (await fetch(`${origin}/api/v1/openapi.json`)).json();
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(api, "api");
  // A PDF first: every example answers for it, its picture too.
  ids = (await (await fetch(`${origin}/api/v1/search?limit=100`)).json()).results.map((hit) => hit.id);
  const scans = (await (await fetch(`${origin}/api/v1/search?limit=100&source=ocr`)).json()).results.map((hit) => hit.id);
  ids = [...new Set([...scans, ...ids])];
  assert.ok(ids.length > 30);
  cluster = (await (await fetch(`${origin}/api/v1/search?limit=1&facets=cluster`)).json()).facets.cluster[0]?.id;
});

after(() => site?.stop());

const escape = (text) => text.replaceAll("~", "~0").replaceAll("/", "~1");

// Errors of a value against the schema that the description gives for this answer.
function errorsOf(path, status, type, value) {
  let pointer = `api#/paths/${escape(path)}/get/responses/${status}`;
  const answer = api.paths[path].get.responses[status];
  assert.ok(answer, `${path} does not say that it answers ${status}`);
  if (answer.$ref) pointer = `api${answer.$ref}`;
  const content = (answer.$ref ? api.components.responses[answer.$ref.split("/").pop()] : answer).content;
  assert.ok(content[type], `${path} does not say that it answers in ${type}`);
  const validate = ajv.compile({ $ref: `${pointer}/content/${escape(type)}/schema`.replaceAll("{", "%7B").replaceAll("}", "%7D") });
  return validate(value) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

async function check(path, target, status) {
  const answer = await fetch(origin + target);
  assert.equal(answer.status, status, target);
  const type = answer.headers.get("content-type");
  const body = await answer.text();
  if (type.includes("json") && !type.includes("ndjson")) {
    assert.deepEqual(errorsOf(path, status, type, JSON.parse(body)), [], target);
  } else {
    assert.ok(api.paths[path].get.responses[status].content[type], `${target}: ${type}`);
  }
  return { answer, body };
}

test("the description is valid under the schema of OpenAPI 3.1", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(api));
  assert.ok(valid, JSON.stringify(errors));
  assert.equal(validator.version, "3.1");
  const broken = structuredClone(api);
  delete broken.paths["/api/v1/search"].get.responses["200"].description;
  assert.equal((await new Validator().validate(broken)).valid, false, "the validator sees what is wrong");
});

test("the description keeps spectral's rules for OpenAPI", async () => {
  const spectral = new Spectral.Spectral();
  spectral.setRuleset(new Spectral.Ruleset({ extends: [Rulesets.oas] }));
  const findings = await spectral.run(new Spectral.Document(JSON.stringify(api), Parsers.Json, "openapi.json"));
  assert.deepEqual(findings.map((finding) => `${finding.code} at ${finding.path.join("/")}: ${finding.message}`), []);
});

test("every example of the description answers as described", async () => {
  for (const [path, { get }] of Object.entries(api.paths)) {
    if (get["x-example"].includes("{cluster}") && !cluster) continue;
    const example = get["x-example"].replaceAll("{id}", ids[0]).replaceAll("{cluster}", cluster);
    const { body } = await check(path, example, 200);
    assert.ok(body.length > 0, example);
  }
});

test("every document's record is as described", async () => {
  for (const id of ids) await check("/api/v1/documents/{id}", `/api/v1/documents/${id}`, 200);
});

test("searches of all kinds answer as described", async () => {
  const queries = ["", "q=agency", "q=nothinghasthisword", "q=%22freedom+of+information%22", "facets=none", "facet_limit=0&limit=100", "sort=oldest",
    "exemption=foia-31&status=any", "year=2024&match=all", "source=ocr", "from=2020-01-01&to=2024-12-31"];
  for (const query of queries) await check("/api/v1/search", `/api/v1/search?${query}`, 200);
});

test("every hit of a query has a box or place to mark, or says it is a metadata match", async () => {
  for (const q of ["information", "\"freedom of information\"", "agency", "section 43", "reg 12(4)(b)", "title:review", "ward* OR bed*", "staff NEAR/5 cost", "follow-up", "-nurses", "NOT section 43", "title:r*", "p*"]) {
    const { body } = await check("/api/v1/search", `/api/v1/search?explain=1&limit=100&q=${encodeURIComponent(q)}`, 200);
    for (const hit of JSON.parse(body).results) {
      assert.equal(hit.page === null, hit.metadata_match, `${q}: ${hit.id}`);
      if (hit.page === null) continue;
      const page = await check("/api/v1/documents/{id}/pages/{number}", `/api/v1/documents/${hit.id}/pages/${hit.page}?q=${encodeURIComponent(q)}`, 200);
      const { marks, width, words } = JSON.parse(page.body);
      assert.ok(marks.length > 0, `${q}: ${hit.id} page ${hit.page} has nothing to mark`);
      if (width > 0 && words.length > 0) assert.ok(marks.every((mark) => mark.boxes.length > 0), `${q}: ${hit.id}: a mark without a box`);
    }
  }
});

test("an export holds what the search counts, once each", async () => {
  for (const query of ["", "&q=agency", "&year=2024", "&exemption=foia-43&status=any"]) {
    const { total } = await (await fetch(`${origin}/api/v1/search?facets=none${query}`)).json();
    const lines = (await (await fetch(`${origin}/api/v1/export?format=ndjson${query}`)).text()).split("\n").filter(Boolean);
    const exported = new Set(lines.map((line) => JSON.parse(line).id));
    assert.equal(exported.size, total, query);
    assert.equal(lines.length, total, query);
  }
});

test("every parameter of the description is taken, and a misspelt one is named", async () => {
  for (const [path, { get }] of Object.entries(api.paths)) {
    const example = get["x-example"].replaceAll("{id}", ids[0]).replaceAll("{cluster}", cluster ?? "a").split("?")[0];
    for (const { $ref } of get.parameters ?? []) {
      const { name, in: place } = api.components.parameters[$ref.split("/").pop()];
      if (place !== "query") continue;
      const { body } = await check(path, `${example}?${name}x=1`, 400);
      const problem = JSON.parse(body);
      assert.equal(problem.parameter, `${name}x`);
      assert.ok(name.length < 2 || problem.nearest.includes(name), `${path}: ${name}x`);
    }
  }
});

test("errors are problems as described", async () => {
  await check("/api/v1/documents/{id}", "/api/v1/documents/aaaaaaaaaaaaaaaa", 404);
  const { body } = await check("/api/v1/search", "/api/v1/search?exemption=s.31(1)(a)", 400);
  assert.deepEqual(JSON.parse(body).nearest.slice(0, 1), ["foia-31-1-a"]);
  const refused = await fetch(`${origin}/api/v1/search`, { headers: { Accept: "text/html" } });
  assert.equal(refused.status, 406);
  assert.deepEqual(errorsOf("/api/v1/search", 406, refused.headers.get("content-type"), await refused.json()), []);
  for (const [status, target, options] of [[405, "/api/v1/search", { method: "PUT" }], [414, `/api/v1/search?q=${"x".repeat(9000)}`, {}],
    [413, "/api/v1/search", { method: "POST", body: "x".repeat(20_000) }]]) {
    const answer = await fetch(origin + target, options);
    assert.equal(answer.status, status, target.slice(0, 40));
    assert.deepEqual(errorsOf("/api/v1/search", status, answer.headers.get("content-type"), await answer.json()), []);
  }
  for (const [path, { get }] of Object.entries(api.paths)) {
    if (path.includes("{")) continue;
    const etag = (await fetch(origin + get["x-example"])).headers.get("etag");
    assert.equal(etag !== null, "304" in get.responses, path);
    if (etag) assert.equal((await fetch(origin + get["x-example"], { headers: { "If-None-Match": etag } })).status, 304, path);
  }
  const { next_cursor, edition } = await (await fetch(`${origin}/api/v1/search?limit=1`)).json();
  for (const [status, cursor] of [[200, next_cursor], [400, "abc"], [400, ""], [400, next_cursor.replace(edition, "000000-1-00000000")]])
    await check("/api/v1/search", `/api/v1/search?limit=1&cursor=${cursor}`, status);
});
