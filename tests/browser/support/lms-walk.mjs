// One reader in one learning system: opens the course, goes from page to page, presses buttons, leaves. Steps are run
// inside the page of the course, so that they happen as they do for people.
function isShell(frame) {
  return /\/courses\/[^/]+\/index\.html$/.test(new URL(frame.url(), 'http://x/').pathname);
}

// Asks until there is an answer. A frame that goes to another page while it is asked has none yet.
async function until(what, question, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  let failure = null;
  do {
    try {
      const answer = await question();
      if (answer) return answer;
      failure = null;
    } catch (tooSoon) {
      failure = tooSoon;
    }
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  } while (Date.now() < end);
  throw new Error(`waited in vain for: ${what}`, { cause: failure });
}

export class Walk {
  constructor(lms, page) {
    this.lms = lms;
    this.page = page; // the learning system's
    this.errors = [];
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  // From the next launch on the clock of all windows runs so many times faster.
  hurry(times) {
    return this.page.evaluateOnNewDocument((factor) => {
      const begin = Date.now();
      const [now, wait] = [Date.now, window.setTimeout];
      Date.now = () => begin + (now.call(Date) - begin) * factor;
      window.setTimeout = (act, milliseconds, ...given) => wait.call(window, act, milliseconds / factor, ...given);
    }, times);
  }

  // Opens the course as `options` say (lms-page.js) and waits until it has said what it found.
  async launch(course, options) {
    await this.open(course, options);
    await until('the course to say something', () => this.line());
    return this;
  }

  // The same for a course that is a page of its own, without a system around it.
  async openAddress(address) {
    this.player = this.page;
    await this.page.goto(address);
    this.shell = await until('the course', () => this.page.frames().find(isShell));
  }

  async open(course, options) {
    this.course = course;
    this.learner = options.learner;
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

  // Goes from page to page, each when the one before is there. A page before these may still be on its way: it does not
  // count, but whatever the server shows in their place does.
  async visit(...paths) {
    for (const path of paths) {
      await this.shell.evaluate((wanted) => new Promise((resolve) => {
        const frame = document.getElementById('lms-content');
        const address = new URL(wanted, window.location.href).href;
        const folder = new URL('.', window.location.href).href;
        const look = () => {
          const shown = frame.contentWindow.location.href;
          if (shown !== address && shown.startsWith(folder)) return;
          frame.removeEventListener('load', look);
          resolve();
        };
        frame.addEventListener('load', look);
        frame.contentWindow.location.href = address;
      }), path);
    }
    return this;
  }

  // What `work` returns in the page that the course shows.
  inPage(work, ...given) {
    const frame = () => this.player.frames().find((one) => one.parentFrame() === this.shell);
    return until('an answer of the page', async () => ({ answer: await frame().evaluate(work, ...given) }))
      .then(({ answer }) => answer);
  }

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
      const address = new URL(wanted, frame.contentWindow.location.href).href;
      content.addEventListener('load', () => {
        if (content.contentWindow.location.href !== address) return;
        frame.remove();
        resolve();
      });
      content.contentWindow.location.href = address;
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

  // None outside of the learning system's page.
  violations() { return this.page.evaluate(() => window.lms?.violations ?? []); }

  // The last value that was set, by element.
  async said() {
    return Object.fromEntries((await this.calls('set')).map(({ given }) => given));
  }

  // The reader leaves the learning system's page. The calls made on the way out are kept by the server, and come on
  // their own time.
  async leave() {
    const isOpen = await this.page.evaluate(() => {
      const isDone = (call) => window.lms.calls.some((one) => one.call === call && one.result === 'true');
      return isDone('initialize') && !isDone('terminate');
    });
    const { commits } = this.lms.learners.get(this.learner);
    const before = commits.length;
    await this.page.goto('about:blank');
    if (isOpen) await until('the end of the session', () => commits.length > before);
  }
}

export const elements = {
  '1.2': { status: 'cmi.core.lesson_status', place: 'cmi.core.lesson_location', state: 'cmi.suspend_data',
    time: 'cmi.core.session_time', exit: 'cmi.core.exit' },
  '2004': { status: 'cmi.completion_status', place: 'cmi.location', state: 'cmi.suspend_data', time: 'cmi.session_time',
    exit: 'cmi.exit' },
};

export { until };
