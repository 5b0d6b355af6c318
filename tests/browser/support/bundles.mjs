// The bundles under test: the project's own content, built once by tests/browser/run into DIST.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const dist = process.env.DIST ?? path.resolve(import.meta.dirname ?? '.', '../../../dist');

export function filesBelow(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesBelow(file) : [file];
  });
}

// Every bundle's site folder: {profile, bundle, folder, pages: absolute paths of its HTML, without short links}.
export function siteBundles() {
  const bundles = [];
  for (const profile of readdirSync(dist).sort()) {
    const profileFolder = path.join(dist, profile);
    if (!statSync(profileFolder).isDirectory()) continue;
    for (const bundle of readdirSync(profileFolder).sort()) {
      const folder = path.join(profileFolder, bundle, 'site');
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue;
      bundles.push({ profile, bundle, folder, pages: filesBelow(folder).filter((file) => file.endsWith('.html') && !file.startsWith(path.join(folder, 'go'))) });
    }
  }
  return bundles;
}

export const fileUrl = (file) => pathToFileURL(file).href;
