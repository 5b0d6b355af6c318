// Light, plain files: what a slow line, an old browser, a strict host and a mail filter need. No browser is asked.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { parse } from 'acorn';
import { siteBundles } from './support/bundles.mjs';
import { componentsSite } from './support/components-project.mjs';

const kilobyte = 1000;
const filesBelow = (folder) => readdirSync(folder, { recursive: true }).filter((name) => statSync(path.join(folder, name)).isFile()).sort();
const bundles = siteBundles();
const sites = [...bundles.map(({ folder }) => folder), componentsSite()];
const size = (file) => statSync(file).size;

// The scripts and styles that a page loads, and the index of a first search.
function partsOf(file, html) {
  return [...html.matchAll(/<(?:script src|link rel="stylesheet" href)="([^"]+)"/g)].map((found) => path.resolve(path.dirname(file), found[1]));
}

// A page that holds every component there is may weigh 140 KB; pages of the content stay below that.
const mostOf = (site) => (site === componentsSite() ? 140 : 128) * kilobyte;

test('a page with all its scripts and styles weighs at most 128 KB, as it lies on the disk; 140 with every component', () => {
  for (const site of sites) {
    let heaviest = { weight: 0 };
    for (const name of filesBelow(site).filter((one) => one.endsWith('.html'))) {
      const file = path.join(site, name);
      const parts = partsOf(file, readFileSync(file, 'latin1'));
      const weight = size(file) + parts.reduce((sum, part) => sum + size(part), 0);
      if (weight > heaviest.weight) heaviest = { weight, name };
    }
    assert.ok(heaviest.weight > 0 && heaviest.weight <= mostOf(site), `${site} ${heaviest.name}: ${heaviest.weight} bytes`);
  }
});

test('scripts are ES2017, and hold nothing that runs text, asks the network, or clings to a page that is left', () => {
  for (const site of sites) {
    for (const name of filesBelow(path.join(site, 'assets')).filter((one) => one.endsWith('.js'))) {
      const code = readFileSync(path.join(site, 'assets', name), 'utf8');
      parse(code, { ecmaVersion: 2017, sourceType: 'script' });
      assert.doesNotMatch(code, /['"](before)?unload['"]|onunload|onbeforeunload/, name);
      assert.doesNotMatch(code, /\beval\(|new Function|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|import\(|document\.write|innerHTML|serviceWorker/, name);
    }
  }
});

test('no page has a script, style or handler in it, or asks for what only a server can give', () => {
  for (const site of sites) {
    for (const name of filesBelow(site).filter((one) => one.endsWith('.html'))) {
      const html = readFileSync(path.join(site, name), 'latin1');
      const where = `${site} ${name}`;
      assert.doesNotMatch(html, /<style|<script(?! src="[^"]+"(?: defer="defer")?><\/script>)/, where);
      for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi)) {
        assert.doesNotMatch(tag.replace(/"[^"]*"/g, '""'), /\s(on[a-z]+|style|crossorigin|integrity)=/i, `${where}: ${tag}`);
      }
      assert.doesNotMatch(html, /href="javascript:|<base|type="module"|target="_top"|<use /, where);
      assert.match(html.slice(0, 200), /<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta charset="utf-8"\/>/i, where);
      for (const [, to] of html.matchAll(/\s(?:href|src|poster)="([^"#]*)/g)) {
        if (/^(https:|mailto:|tel:)/.test(to) || to === '') continue;
        assert.doesNotMatch(to, /^\/|^[a-z]+:|\/$/, `${where}: ${to}`);
      }
    }
  }
});

test('pages and scripts are plain ASCII, so that no wrong charset can garble them', () => {
  for (const site of sites) {
    for (const name of filesBelow(site).filter((one) => /\.(html|js|css|svg)$/.test(one))) {
      const bytes = readFileSync(path.join(site, name));
      assert.equal(bytes.findIndex((byte) => byte > 0x7f), -1, `${site} ${name}`);
    }
  }
});

test('files have types and names that no host refuses', () => {
  const refused = /^(con|prn|aux|nul|com\d|lpt\d|bin|app_.*|web\.config|icons|manual|cgi-bin|server-status|forms)$/;
  for (const site of sites) {
    const names = filesBelow(site);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
    for (const name of names) {
      assert.match(name, /\.(html|css|js|png|jpg|gif|svg|woff2|pdf|mp4|mp3|txt)$/, name);
      assert.ok(name.length <= 100, name);
      for (const part of name.split(path.sep)) {
        assert.match(part, /^[a-z0-9-]+(\.[a-z0-9]+)?$/, name);
        assert.ok(part.length <= 64, name);
        assert.doesNotMatch(part.replace(/\.[^.]+$/, ''), refused, name);
      }
    }
  }
});
