// Tailorbird in VS Code: `tailorbird lsp` for findings, completion and definitions; `tailorbird serve` for the preview.
'use strict';
const { spawn } = require('node:child_process');
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client = null;
let preview = null; // { process, address } while it runs

const program = () => vscode.workspace.getConfiguration('tailorbird').get('program');

function root() {
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder ? folder.uri.fsPath : undefined;
}

async function startClient() {
  const run = { command: program(), args: ['lsp'], options: { cwd: root() } };
  client = new LanguageClient('tailorbird', 'Tailorbird', { run, debug: run }, {
    documentSelector: [{ scheme: 'file', language: 'markdown' }, { scheme: 'file', language: 'yaml' }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/{content,profiles,themes}/**') },
  });
  try {
    await client.start();
  } catch (problem) {
    vscode.window.showErrorMessage(`Tailorbird cannot be started (${problem.message}). Install it, or set "tailorbird.program".`);
  }
}

async function restart() {
  await client?.stop().catch(() => undefined);
  await startClient();
}

// Any free port: the program prints the address that it took.
function startPreview() {
  const child = spawn(program(), ['serve', '--port', '0'], { cwd: root() });
  const address = new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(text));
      if (found) resolve(found[0]);
    });
    let complaint = '';
    child.stderr.on('data', (text) => { complaint += text; });
    child.on('error', reject);
    child.on('exit', () => {
      preview = null;
      reject(new Error(complaint.trim() || 'it ended'));
    });
  });
  preview = { process: child, address };
}

async function showPreview() {
  if (!preview) startPreview();
  try {
    await vscode.env.openExternal(vscode.Uri.parse(await preview.address));
  } catch (problem) {
    vscode.window.showErrorMessage(`The preview cannot be shown: ${problem.message}`);
  }
}

exports.activate = (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand('tailorbird.preview', showPreview),
    vscode.commands.registerCommand('tailorbird.restart', restart),
  );
  return startClient();
};

exports.deactivate = async () => {
  preview?.process.kill();
  await client?.stop();
};
