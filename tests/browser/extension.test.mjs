// The extension for VS Code, with a stand-in for the editor: it starts the language server, and opens the preview.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import test from 'node:test';

const folder = new URL('../../editors/vscode/', import.meta.url);
const commands = new Map();
const servers = [];
const complaints = [];
let opened = '';

const editor = {
  commands: { registerCommand: (name, run) => { commands.set(name, run); return {}; } },
  env: { openExternal: async (address) => { opened = address; } },
  Uri: { parse: (address) => address },
  window: { showErrorMessage: (text) => complaints.push(text) },
  workspace: {
    createFileSystemWatcher: () => ({}),
    getConfiguration: () => ({ get: () => process.env.TAILORBIRD }),
    workspaceFolders: [{ uri: { fsPath: fileURLToPath(new URL('scorm-project', import.meta.url)) } }],
  },
};
class LanguageClient {
  constructor(id, name, server) { this.server = server; }
  async start() { servers.push(this.server.run); }
  async stop() { servers.pop(); }
}

test('VS Code: it starts the server, its commands are those it declares, and the preview opens and ends', async () => {
  const load = Module._load;
  Module._load = (name, ...more) => {
    if (name === 'vscode') return editor;
    return name === 'vscode-languageclient/node' ? { LanguageClient } : load(name, ...more);
  };
  const extension = createRequire(import.meta.url)(fileURLToPath(new URL('extension.js', folder)));
  Module._load = load;
  await extension.activate({ subscriptions: [] });
  const declared = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).contributes.commands.map((one) => one.command);
  assert.deepEqual([...commands.keys()].sort(), declared.sort());
  assert.deepEqual(servers.map((one) => [one.command, one.args]), [[process.env.TAILORBIRD, ['lsp']]]);
  await commands.get('tailorbird.restart')();
  assert.equal(servers.length, 1, 'one server, not two');
  await commands.get('tailorbird.preview')();
  assert.match(await (await fetch(opened)).text(), /<title>Tailorbird preview<\/title>/);
  await extension.deactivate();
  assert.equal(servers.length, 0);
  await assert.rejects(async () => { for (let times = 0; times < 100; times += 1) { await fetch(opened); await new Promise((done) => { setTimeout(done, 50); }); } });
  assert.deepEqual(complaints, []);
});
