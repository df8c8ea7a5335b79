// Starts foi-server over a library and a browser that speaks to nothing else. Environment: FOI_SERVER_BIN, FOI_TEST_LIBRARY, and
// FOI_CHROMIUM where the browser is not Debian's.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const START_DEADLINE_MS = 20_000;

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: name the ${name === "FOI_SERVER_BIN" ? "foi-server program" : "library to serve"}`);
  return value;
}

// Gives { origin, stop }.
export async function startServer() {
  const server = spawn(required("FOI_SERVER_BIN"), ["--library", required("FOI_TEST_LIBRARY"), "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const exited = once(server, "exit");
  const timer = setTimeout(() => server.kill("SIGKILL"), START_DEADLINE_MS);
  const lines = createInterface({ input: server.stdout });
  let origin;
  for await (const line of lines) {
    origin = line.match(/http:\/\/[^/\s]+/)?.[0];
    break;
  }
  clearTimeout(timer);
  if (!origin) throw new Error("foi-server printed no address; it ended before it was ready");
  return {
    origin,
    // Gives the exit code.
    async stop() {
      server.kill("SIGTERM");
      const [code] = await exited;
      return code;
    },
  };
}

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.FOI_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--disable-dev-shm-usage",
    ],
  });
}

// A page that remembers every complaint: console errors, exceptions, failed requests, requests to anywhere but the server.
export async function openPage(browser, origin, options = {}) {
  const context = await browser.newContext({ baseURL: origin, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) complaints.push(`elsewhere: ${request.url()}`);
  });
  return { page, complaints, close: () => context.close() };
}
