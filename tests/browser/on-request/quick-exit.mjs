// The quick exit in WebKit, on a web server and on a disk. The other two browsers: ../quick-exit.test.mjs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { componentsSite } from '../support/components-project.mjs';
import { openWebKit } from '../support/webkit.mjs';

const site = componentsSite();

// The neutral page of the profile is on a network that tests do not have: another server stands for it.
function listen(answer) {
  const server = http.createServer((request, response) => {
    const body = answer(new URL(request.url, 'http://127.0.0.1').pathname);
    response.writeHead(body === null ? 404 : 200, { 'content-type': { '.css': 'text/css', '.js': 'text/javascript' }[path.extname(request.url)] ?? 'text/html' });
    response.end(body);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({ address: `http://127.0.0.1:${server.address().port}/`, close: () => { server.closeAllConnections(); server.close(); } }));
  });
}

let neutral = null;
let guidance = null;
let webkit = null;
before(async () => {
  neutral = await listen(() => '<title>Weather</title>');
  guidance = await listen((name) => {
    try {
      const text = readFileSync(path.join(site, name));
      return name.endsWith('.html') ? text.toString().replaceAll('https://www.example.org/', neutral.address) : text;
    } catch { return null; }
  });
  webkit = await openWebKit();
});
after(async () => {
  await webkit?.close();
  neutral?.close();
  guidance?.close();
});

const isAt = (where) => location.href === where && document.readyState === 'complete';
async function goBack() {
  await webkit.run(() => { window.isOld = true; setTimeout(() => history.back(), 0); });
}

test('blank at once, forgotten, and "back" leads to no page that was open before', async () => {
  const start = `${guidance.address}en/index.html#phase=plan`;
  await webkit.go(start);
  await webkit.go(`${guidance.address}en/every.html#phase=plan`);
  await webkit.waitFor(() => !document.querySelector('.exit-keys').hidden);
  const left = await webkit.run(() => {
    document.querySelector('.checklist-item input').click();
    document.querySelector('.exit').click();
    return { shown: document.body.getClientRects().length, hash: location.hash, title: document.title, ticks: document.querySelectorAll('.checklist-item input:checked').length };
  });
  assert.deepEqual(left, { shown: 0, hash: '', title: '\u2026', ticks: 0 });
  await webkit.waitFor(isAt, neutral.address);
  await goBack();
  await webkit.waitFor((where) => !window.isOld && location.href === where, neutral.address);
  await webkit.go(start);
  await webkit.waitFor(() => document.body.getClientRects().length > 0 && !document.querySelector('.exit-keys').hidden);
});

test('while reading, "back" leads to the page before, with the choice', async () => {
  const start = `${guidance.address}en/index.html#phase=plan`;
  await webkit.go(start);
  await webkit.go(`${guidance.address}en/every.html#phase=plan`);
  await goBack();
  await webkit.waitFor(isAt, start);
  assert.ok(await webkit.run(() => document.body.getClientRects().length) > 0);
});

test('on a disk the page itself is blank at once, and "back" does not lead to it', async () => {
  const page = pathToFileURL(path.join(site, 'en/every.html')).href;
  await webkit.go(neutral.address);
  await webkit.go(`${page}#phase=plan`);
  await webkit.waitFor(() => !document.querySelector('.exit-keys').hidden);
  const shown = await webkit.run((where) => {
    document.querySelector('.exit').href = where;
    document.querySelector('.exit').click();
    return document.body.getClientRects().length;
  }, `${neutral.address}weather`);
  assert.equal(shown, 0);
  await webkit.waitFor(isAt, `${neutral.address}weather`);
  await goBack();
  await webkit.waitFor(isAt, neutral.address);
});
