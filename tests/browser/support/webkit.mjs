// WebKit, as GNOME's browser and Safari have it, by Debian's webkit2gtk-driver: puppeteer does not speak to it. The few
// commands of WebDriver (https://www.w3.org/TR/webdriver2/) that the tests need.
import { spawn } from 'node:child_process';

const browser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

async function ask(method, address, body) {
  const answer = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${address}: ${value.error}: ${value.message}`);
  return value;
}

async function isThere(address) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await fetch(`${address}/status`).then((answer) => answer.ok, () => false)) return;
    await new Promise((done) => { setTimeout(done, 200); });
  }
  throw new Error(`no WebKitWebDriver answers at ${address}`);
}

// A window: `go(address)`, `run(function, …arguments)` in the page, `waitFor(…)` until it returns true, `close()`.
export async function openWebKit(port = 20000 + (process.pid % 10000)) {
  const driver = spawn('xvfb-run', ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`], { stdio: 'ignore', detached: true });
  const end = () => { try { process.kill(-driver.pid); } catch { /* it has ended */ } };
  process.on('exit', end);
  const server = `http://127.0.0.1:${port}`;
  await isThere(server);
  const wanted = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
  const { sessionId, capabilities } = await ask('POST', `${server}/session`, { capabilities: { alwaysMatch: wanted } });
  const session = `${server}/session/${sessionId}`;
  const run = (work, ...args) => ask('POST', `${session}/execute/sync`, { script: `return (${work}).apply(null, arguments)`, args });
  return {
    version: capabilities.browserVersion,
    go: (url) => ask('POST', `${session}/url`, { url }),
    run,
    async waitFor(work, ...args) {
      for (let attempt = 0; attempt < 50; attempt += 1) {
        if (await run(work, ...args).catch(() => false)) return; // between two pages there is none to ask
        await new Promise((done) => { setTimeout(done, 100); });
      }
      throw new Error(`in vain: ${work}, at ${await run(() => location.href)}`);
    },
    async close() {
      await ask('DELETE', session);
      end();
    },
  };
}
