// Web servers as organisations have them: a sub-path with a space, a strict policy, a wrong charset. Each counts what
// was asked for, and offers a page that holds another one in a frame.
import { readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.mp4': 'video/mp4', '.mp3': 'audio/mpeg' };
const escape = (text) => text.replace(/[&"<]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function framePage(query) {
  const sandbox = query.get('sandbox');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><iframe title="content" width="${query.get('width') ?? 600}" height="400"` +
    `${sandbox === null ? '' : ` sandbox="${escape(sandbox)}"`} src="${escape(query.get('src'))}"></iframe></html>`;
}

// options: under (path prefix, default '/'), headers (on everything), types (over the usual ones).
export function serve(folder, { under = '/', headers = {}, types: more = {} } = {}) {
  const asked = [];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    asked.push(url.pathname);
    const send = (status, type, body) => {
      response.writeHead(status, { 'content-type': type, ...headers });
      response.end(body);
    };
    if (url.pathname === '/frame') return send(200, types['.html'], framePage(url.searchParams));
    const wanted = decodeURIComponent(url.pathname);
    const file = path.join(folder, wanted.slice(under.length));
    const isThere = wanted.startsWith(under) && file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!isThere) return send(404, 'text/plain', 'not found');
    return send(200, { ...types, ...more }[path.extname(file)] ?? 'application/octet-stream', readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const origin = `http://127.0.0.1:${server.address().port}`;
      resolve({ origin, address: origin + encodeURI(under), asked,
        close: () => { server.close(); server.closeAllConnections(); } });
    });
  });
}
