// The server side of a learning system, on two ports (two origins): it hands out courses, remembers what was committed
// for each learner, and gives it back at the next launch.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.mp4': 'video/mp4', '.mp3': 'audio/mpeg', '.xml': 'text/xml' };
const scripts = {
  '/lms/mock.js': path.join(here, 'lms-mock.js'),
  '/lms/page.js': path.join(here, 'lms-page.js'),
  '/lms/scorm12.js': path.join(here, '../node_modules/scorm-again/dist/scorm12.js'),
  '/lms/scorm2004.js': path.join(here, '../node_modules/scorm-again/dist/scorm2004.js'),
};
const statusElements = ['cmi.core.lesson_status', 'cmi.completion_status'];

const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A learning system</title><body>${body}</body></html>`;

export class Lms {
  constructor() {
    this.courses = new Map(); // name → folder
    this.learners = new Map(); // name → { values, commits }
    this.learnerCount = 0;
    this.forgetTrouble();
  }

  forgetTrouble() {
    this.headers = {}; // on everything
    this.courseHeaders = {}; // on the files of courses
    this.injected = ''; // written into their pages, as some systems do
    this.isSignedOut = false; // pages of courses lead to the login
  }

  async start() {
    this.servers = await Promise.all([0, 1].map(() => new Promise((resolve) => {
      const server = http.createServer((request, response) => this.answer(request, response));
      server.listen(0, '127.0.0.1', () => resolve(server));
    })));
    [this.origin, this.other] = this.servers.map((server) => `http://127.0.0.1:${server.address().port}`);
    return this;
  }

  stop() {
    for (const server of this.servers) {
      server.close();
      server.closeAllConnections();
    }
  }

  newLearner(values = {}) {
    const name = `learner-${this.learnerCount += 1}`;
    // A learner who has been here before has suspended.
    const exit = Object.keys(values).length > 0 ? { 'cmi.exit': 'suspend' } : {};
    this.learners.set(name, { values: { ...exit, ...values }, commits: [] });
    return name;
  }

  // What is kept of a learner.
  stored(name) { return this.learners.get(name).values; }

  // What the next launch gets. In SCORM 2004 a session that was not suspended leaves nothing for the next one.
  given(name, version) {
    const values = this.stored(name);
    return version === '2004' && values['cmi.exit'] !== 'suspend' ? {} : values;
  }

  status(name) {
    const { values } = this.learners.get(name);
    return statusElements.map((element) => values[element]).find(Boolean);
  }

  address(course, options) {
    const all = { system: 'strict', version: '1.2', mode: 'normal', fail: '', scenario: 'parent', beacon: 'yes',
      other: this.other, course, ...options };
    return `${this.origin}/lms/page?${new URLSearchParams(all)}`;
  }

  answer(request, response) {
    const url = new URL(request.url, this.origin);
    const send = (status, type, body, headers = {}) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...this.headers, ...headers });
      response.end(body);
    };
    const [, first, second, ...rest] = url.pathname.split('/');
    if (first === 'commit' || first === 'commit-again') return this.commit(request, second, first === 'commit-again', send);
    if (first === 'stored') {
      return send(200, 'application/json', JSON.stringify(this.given(second, url.searchParams.get('version'))));
    }
    if (url.pathname === '/lms/page') {
      const library = url.searchParams.get('version') === '1.2' ? 'scorm12' : 'scorm2004';
      return send(200, types['.html'], page(`<script src="/lms/mock.js"></script><script src="/lms/${library}.js"></script>` +
        '<script src="/lms/page.js"></script>'));
    }
    if (url.pathname === '/lms/frame') {
      const named = url.searchParams.get('named');
      return send(200, types['.html'], page(`${named ? `<iframe name="${named}"></iframe>` : ''}` +
        `<iframe width="880" height="560" src="${url.searchParams.get('src')}"></iframe>`));
    }
    if (url.pathname === '/lms/login') return send(200, types['.html'], page('<h1>Log in</h1>'));
    if (first === 'courses' && this.isSignedOut) return send(303, 'text/plain', '', { location: '/lms/login' });
    try {
      if (scripts[url.pathname]) return send(200, types['.js'], readFileSync(scripts[url.pathname]));
      if (first === 'courses') {
        const type = types[path.extname(url.pathname)] ?? 'application/octet-stream';
        const file = readFileSync(path.join(this.courses.get(second), ...rest));
        const body = type === types['.html'] ? file.toString().replace('</head>', `${this.injected}</head>`) : file;
        return send(200, type, body, this.courseHeaders);
      }
    } catch (missing) { /* 404 */ }
    return send(404, 'text/plain', 'not found');
  }

  commit(request, name, isAgain, send) {
    let body = '';
    request.on('data', (piece) => { body += piece; });
    request.on('end', () => {
      const learner = this.learners.get(name);
      const said = JSON.parse(body);
      const values = isAgain ? said : said.values;
      learner.commits.push({ values, reason: said.reason });
      Object.assign(learner.values, values);
      send(200, 'application/json', '{"result":"true","errorCode":0}');
    });
  }
}
