// Whole HTTP requests against the peers: node tests/bench/http.mjs BIN_DIR BENCH_DIR, after bench_search has filled BENCH_DIR. A ranked page of
// ten against Omega under nginx on the same letters; /healthz against a static file of nginx, by wrk. Prints ratios of one run.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, existsSync, openSync } from "node:fs";
import { request, Agent } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const [binaries, bench] = process.argv.slice(2).map((path) => resolve(path));
if (!bench) throw new Error("usage: http.mjs BIN_DIR BENCH_DIR");
const OMEGA = "/usr/lib/cgi-bin/omega/omega";
const TEMPLATES = "/var/lib/xapian-omega/templates";
const OUR_PORT = 18080;
const NGINX_PORT = 18081;
const REPEATS = 5;
const run = promisify(execFile);

const home = mkdtempSync(join(tmpdir(), "foi-http-bench-"));
const children = [];

function start(program, options, settings = {}) {
  // A group of its own: it may start others, which are to end with it.
  const child = spawn(program, options, { stdio: ["ignore", "ignore", "inherit"], detached: true, ...settings });
  children.push(child);
  return child;
}

async function reachable(url) {
  for (let tries = 0; tries < 200; ++tries) {
    try {
      await get(url, new Agent());
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error(`nothing answers at ${url}`);
}

function get(url, agent) {
  return new Promise((done, fail) => {
    const begun = process.hrtime.bigint();
    request(url, { agent }, (response) => {
      let bytes = 0;
      response.on("data", (part) => (bytes += part.length));
      response.on("end", () => {
        if (response.statusCode !== 200) return fail(new Error(`${url}: ${response.statusCode}`));
        done({ milliseconds: Number(process.hrtime.bigint() - begun) / 1e6, bytes });
      });
    })
      .on("error", fail)
      .end();
  });
}

function nginx() {
  mkdirSync(join(home, "www"));
  writeFileSync(join(home, "www", "healthz"), '{"status":"ok"}\n');
  mkdirSync(join(home, "data"));
  writeFileSync(join(home, "data", "default"), `auto ${join(bench, "xapian")}\n`);
  writeFileSync(
    join(home, "omega.conf"),
    `database_dir ${join(home, "data")}\ntemplate_dir ${TEMPLATES}\nlog_dir ${home}\ncdb_dir ${home}\n`,
  );
  const socket = join(home, "fcgi.sock");
  start("fcgiwrap", ["-s", `unix:${socket}`, "-c", "2"]);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${join(home, kind)};`).join("\n");
  writeFileSync(
    join(home, "nginx.conf"),
    `daemon off; worker_processes 2; pid ${join(home, "pid")}; error_log ${join(home, "error.log")};
${process.getuid() === 0 ? "user root;" : ""}
events { worker_connections 1024; }
http {
  access_log ${join(home, "nginx.log")}; keepalive_requests 1000000; default_type application/json;
  ${temporary}
  server {
    listen 127.0.0.1:${NGINX_PORT};
    root ${join(home, "www")};
    location /omega {
      fastcgi_pass unix:${socket};
      fastcgi_param SCRIPT_FILENAME ${OMEGA}; fastcgi_param QUERY_STRING $query_string; fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param OMEGA_CONFIG_FILE ${join(home, "omega.conf")};
    }
  }
}
`,
  );
  start("nginx", ["-p", home, "-c", join(home, "nginx.conf")]);
}

const percentile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))];

// One query a line of bench_search --queries: its words, joined as every engine reads them.
async function ranked(queries) {
  const ours = new Agent({ keepAlive: true });
  const theirs = new Agent({ keepAlive: true });
  const times = { ours: [], omega: [] };
  for (let repeat = -1; repeat < REPEATS; ++repeat)
    for (const words of queries) {
      const q = encodeURIComponent(words);
      const a = await get(`http://127.0.0.1:${OUR_PORT}/api/v1/search?q=${q}&limit=10&facets=none`, ours);
      const b = await get(`http://127.0.0.1:${NGINX_PORT}/omega?P=${q}&DEFAULTOP=and&HITSPERPAGE=10&DB=default`, theirs);
      if (repeat < 0) continue;
      times.ours.push(a.milliseconds);
      times.omega.push(b.milliseconds);
    }
  for (const share of [0.5, 0.95]) {
    const [a, b] = [percentile(times.ours, share), percentile(times.omega, share)];
    console.log(`  p${share * 100}: ${a.toFixed(2)} ms, Omega under nginx ${b.toFixed(2)} ms; ratio ${(b / a).toFixed(2)}`);
  }
}

async function perSecond(port, connections) {
  const { stdout } = await run("wrk", ["-t1", `-c${connections}`, "-d3s", `http://127.0.0.1:${port}/healthz`]);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]);
}

async function probes() {
  for (const connections of [1, 8]) {
    const ratios = [];
    for (let repeat = 0; repeat < 3; ++repeat) {
      const ours = await perSecond(OUR_PORT, connections);
      ratios.push(ours / (await perSecond(NGINX_PORT, connections)));
    }
    console.log(`  ${connections} connection(s): ${percentile(ratios, 0.5).toFixed(2)} of nginx's requests a second`);
  }
}

// What was started ends with this program, however it ends.
function end(child) {
  try {
    process.kill(-child.pid);
  } catch {
    // It has ended already.
  }
}
process.on("exit", () => children.forEach(end));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

try {
  if (!existsSync(OMEGA)) throw new Error("Omega is missing; tests/bench/run.sh installs it");
  nginx();
  start(join(binaries, "foi-server"), ["--library", join(bench, "library"), "--listen", `127.0.0.1:${OUR_PORT}`, "--rate-limit", "0"], {
    stdio: ["ignore", "ignore", openSync(join(home, "access.log"), "w")],
  });
  await reachable(`http://127.0.0.1:${OUR_PORT}/healthz`);
  await reachable(`http://127.0.0.1:${NGINX_PORT}/healthz`);
  const { stdout } = await run(join(binaries, "bench_search"), [bench, "--queries"]);
  const queries = stdout.split("\n").filter(Boolean);
  console.log(`A ranked page of ten over HTTP, ${queries.length} queries, ${REPEATS} times`);
  await ranked(queries);
  console.log("/healthz against a static file of nginx, median of 3");
  await probes();
} finally {
  for (const child of children) {
    end(child);
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
  rmSync(home, { recursive: true, force: true });
}
