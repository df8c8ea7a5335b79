// The sample site that the tests of this folder ask. Environment: FOI_SERVER_BIN, FOI_TEST_LIBRARY.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

// Starts the site at a free port: { origin, stop }.
export async function startSite() {
  const server = spawn(process.env.FOI_SERVER_BIN, ["--library", process.env.FOI_TEST_LIBRARY, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let origin;
  for await (const line of createInterface({ input: server.stdout })) {
    origin = line.match(/http:\/\/[^/\s]+/)?.[0];
    break;
  }
  assert.ok(origin, "foi-server printed no address");
  return { origin, stop: () => server.kill("SIGTERM") };
}
