// Real browsers: Debian's Chromium and Firefox ESR, both driven by puppeteer-core. Firefox is told to keep the
// rules for local files that its users have; automation relaxes them otherwise and tests pass that should not.
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

// How a page breaks depends on its fonts, and machines differ in what they have.
process.env.FONTCONFIG_FILE ??= fileURLToPath(new URL('fonts.conf', import.meta.url));

const quietChromium = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const strictFirefox = {
  'remote.prefs.recommended': false,
  'security.fileuri.strict_origin_policy': true,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
  'browser.startup.page': 0,
  'intl.accept_languages': 'en',
};

export const browserNames = (process.env.BROWSERS ?? 'chrome,firefox').split(',');
// For long walks whose scripts other tests run in both: Firefox takes its turn when BROWSERS asks for it by name.
export const mainBrowserNames = process.env.BROWSERS ? browserNames : ['chrome'];
const executables = { chrome: '/usr/bin/chromium', firefox: '/usr/bin/firefox-esr' };

// On a busy machine a browser may take long to come, or not come at all: one more try, because tests are about pages.
const patience = 90_000;

async function start(name, preferences) {
  return puppeteer.launch({
    browser: name,
    executablePath: executables[name],
    headless: true,
    args: name === 'chrome' ? quietChromium : [],
    extraPrefsFirefox: { ...strictFirefox, ...preferences },
    timeout: patience,
    protocolTimeout: 2 * patience,
  });
}

// `preferences`: more of Firefox's own, such as where it prints to.
export async function launch(name, preferences = {}) {
  try {
    return await start(name, preferences);
  } catch (failure) {
    console.error(`${name} did not start, once more: ${failure.message}`);
    return start(name, preferences);
  }
}

// What a page did that it must not do: errors, failed requests, requests outside `allowed` prefixes.
export class Watch {
  constructor(page, allowed) {
    this.errors = [];
    this.requests = [];
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.errors.push(`script: ${error.message}`));
    page.on('requestfailed', (request) => this.errors.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      const url = request.url();
      this.requests.push(url);
      const inside = allowed.some((prefix) => url.startsWith(prefix)) || url.startsWith('about:') ||
        url.startsWith('blob:') || url.startsWith('data:');
      if (!inside) this.errors.push(`outside request: ${url}`);
    });
  }
}

// Runs `body(page, watch)` in a new tab and closes it. `options`: width, height, scripts (false: JavaScript off),
// colours ('light' | 'dark'), allowed (prefixes of addresses that may be asked for; default: local files).
export async function withPage(browser, options, body) {
  const page = await browser.newPage();
  try {
    page.setDefaultTimeout(patience);
    await page.setViewport({ width: options.width ?? 1280, height: options.height ?? 900 });
    if (options.scripts === false) await page.setJavaScriptEnabled(false);
    if (options.colours) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: options.colours }]);
    const watch = new Watch(page, options.allowed ?? ['file://']);
    return await body(page, watch);
  } finally {
    await page.close();
  }
}
