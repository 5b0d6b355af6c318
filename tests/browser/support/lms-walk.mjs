// One reader in one learning system: opens the course, goes from page to page, presses buttons, leaves. Steps are run
// inside the page of the course, so that they happen as they do for people.
function isShell(frame) {
  return /\/courses\/[^/]+\/index\.html$/.test(new URL(frame.url(), 'http://x/').pathname);
}

async function until(what, question, seconds = 10) {
  for (let waited = 0; waited < seconds * 1000; waited += 50) {
    const answer = await question();
    if (answer) return answer;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error(`waited in vain for: ${what}`);
}

export class Walk {
  constructor(lms, page) {
    this.lms = lms;
    this.page = page; // the learning system's
    this.errors = [];
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  // Opens the course as `options` say (lms-page.js) and waits until the course has said what it found.
  async launch(course, options) {
    this.course = course;
    this.player = this.page;
    await this.page.goto(this.lms.address(course, options));
    if ((options.scenario ?? '').startsWith('opener')) {
      const opened = new Promise((resolve) => { this.page.once('popup', resolve); });
      await this.page.evaluate(() => { document.body.innerHTML += '<p>Open</p>'; });
      await this.page.click('p');
      this.player = await opened;
      this.player.on('pageerror', (error) => this.errors.push(error.message));
    }
    this.shell = await until('the course', () => this.player.frames().find(isShell));
    await until('the course to say something', () => this.line(), 15);
    return this;
  }

  // Nothing while the page of the course is still being read.
  line() { return this.shell.evaluate(() => document.getElementById('lms-line')?.textContent); }

  // Waits for the page that the course shows by itself.
  async shown(path) {
    await until(`the page ${path}`, () => this.shell.evaluate((wanted) => {
      const seen = document.getElementById('lms-content').contentWindow;
      return seen.location.pathname.endsWith(wanted) && seen.document.readyState === 'complete';
    }, `/${path}`));
    return this;
  }

  async visit(...paths) {
    for (const path of paths) {
      await this.shell.evaluate((wanted) => new Promise((resolve) => {
        const frame = document.getElementById('lms-content');
        frame.addEventListener('load', resolve, { once: true });
        frame.contentWindow.location.href = new URL(wanted, window.location.href).href;
      }), path);
    }
    return this;
  }

  content() { return this.player.frames().find((frame) => frame.parentFrame() === this.shell); }

  press(button) { return this.shell.evaluate((name) => document.getElementById(`lms-${name}`).click(), button); }

  isOffered(button) { return this.shell.evaluate((name) => !document.getElementById(`lms-${name}`).hidden, button); }

  // The reader looks at another tab.
  hide() {
    return this.shell.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }

  // The reader goes elsewhere, and the browser keeps the page as it is, for "back".
  putAside() {
    return this.shell.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  }

  // Opens a page and takes the course away as soon as it is there.
  visitAndKill(path) {
    return this.page.evaluate((wanted) => new Promise((resolve) => {
      const frame = document.querySelector('iframe');
      const content = frame.contentDocument.getElementById('lms-content');
      content.addEventListener('load', () => {
        frame.remove();
        resolve();
      });
      content.contentWindow.location.href = new URL(wanted, frame.contentWindow.location.href).href;
    }), path);
  }

  // The course is gone at once, and nothing that it says on its way out arrives.
  kill() {
    return this.page.evaluate(() => {
      window.lms.failing.commit = true;
      document.querySelector('iframe').remove();
    });
  }

  // Presses "I am done" and takes the course away in the same breath: nothing that comes later can help.
  pressDoneAndKill() {
    return this.page.evaluate(() => {
      const frame = document.querySelector('iframe');
      frame.contentDocument.getElementById('lms-done').click();
      frame.remove();
    });
  }

  calls(kind) {
    return this.page.evaluate((wanted) => window.lms.calls.filter((one) => !wanted || one.call === wanted), kind);
  }

  violations() { return this.page.evaluate(() => window.lms.violations); }

  // The last value that was set, by element.
  async said() {
    return Object.fromEntries((await this.calls('set')).map(({ given }) => given));
  }

  // The reader leaves the learning system's page. The calls made on the way out are kept by the server.
  async leave() {
    await this.page.goto('about:blank');
    await new Promise((resolve) => { setTimeout(resolve, 150); }); // beacons arrive on their own time
  }
}

export const elements = {
  '1.2': { status: 'cmi.core.lesson_status', place: 'cmi.core.lesson_location', state: 'cmi.suspend_data',
    time: 'cmi.core.session_time', exit: 'cmi.core.exit' },
  '2004': { status: 'cmi.completion_status', place: 'cmi.location', state: 'cmi.suspend_data', time: 'cmi.session_time',
    exit: 'cmi.exit' },
};

export { until };
