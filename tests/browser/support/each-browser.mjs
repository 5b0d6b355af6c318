// One describe block for each browser, with that browser started before and ended after it: never two at a time.
import { after, before, describe } from 'node:test';
import { browserNames, launch, withPage } from './browsers.mjs';

// `define(open, name)`: `open(options, body)` runs `body(page, watch)` in a new tab of that browser.
export function inEachBrowser(define, names = browserNames) {
  for (const name of names.filter((one) => browserNames.includes(one))) {
    describe(name, () => {
      let browser = null;
      before(async () => { browser = await launch(name); });
      after(() => browser?.close()); // none when it did not start: that is the failure to show
      define((options, body) => withPage(browser, options, body), name);
    });
  }
}
