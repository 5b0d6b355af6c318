// What a reader does on a page. Functions that take no page run inside one, with page.evaluate.

// Walks each conversation of the page again and again, each time by answers that were used least, until every answer
// was given. Each answer is tried, looked at, taken back, and given again. What did not go well is in `problems`.
export function talkThrough() {
  const result = { answers: 0, given: 0, ends: 0, problems: [] };
  const isShown = (element) => element !== null && element.getClientRects().length > 0;
  for (const talk of document.querySelectorAll('.conversation')) {
    const uses = new Map([...talk.querySelectorAll('.conversation-choice')].map((choice) => [choice, 0]));
    const ending = talk.querySelector('.conversation-end');
    result.answers += uses.size;
    for (let walk = 0; walk < 40 && [...uses.values()].includes(0); walk += 1) {
      talk.querySelector('[data-action="restart"]').click();
      let turns = 0;
      while (ending.hidden && turns < 40) {
        turns += 1;
        const step = [...talk.querySelectorAll('.conversation-step')].find(isShown);
        const choices = [...step.querySelectorAll('.conversation-choice')].filter(isShown).sort((a, b) => uses.get(a) - uses.get(b));
        const choice = choices[0];
        const words = choice.querySelector('.conversation-say').textContent.trim();
        for (const again of [false, true]) {
          choice.querySelector('.conversation-say').click();
          if (!isShown(choice.querySelector('.conversation-rating'))) result.problems.push(`no rating: ${words}`);
          if (choice.querySelector('.conversation-answer').innerText.trim().length < 20) result.problems.push(`no reason: ${words}`);
          if (!again) choice.querySelector('[data-action="retry"]').click();
          if (!again && isShown(choice.querySelector('.conversation-answer'))) result.problems.push(`not taken back: ${words}`);
        }
        uses.set(choice, uses.get(choice) + 1);
        choice.querySelector('[data-action="next"]').click();
      }
      if (ending.hidden) result.problems.push(`no way to the end of ${talk.id}`);
      else if (talk.querySelectorAll('.conversation-review li').length < turns) result.problems.push('the review is not whole');
      if (!ending.hidden) result.ends += 1;
    }
    result.given += [...uses.values()].filter((count) => count > 0).length;
  }
  return result;
}

// Presses the button and returns the file that it offers, at once or when a script has come: { name, type, text, bytes }.
export const offeredFile = (page, selector) => page.evaluate(async (button) => {
  const make = URL.createObjectURL;
  const click = HTMLAnchorElement.prototype.click;
  const offered = new Promise((done) => {
    let blob = null;
    URL.createObjectURL = (made) => { blob = made; return make.call(URL, made); };
    HTMLAnchorElement.prototype.click = function () { done({ name: this.download, blob }); };
  });
  document.querySelector(button).click();
  const { name, blob } = await offered;
  URL.createObjectURL = make;
  HTMLAnchorElement.prototype.click = click;
  return { name, type: blob.type, text: await blob.text(), bytes: [...new Uint8Array(await blob.arrayBuffer())] };
}, selector);

// Enters a value as typing would.
export const enter = (page, selector, value) => page.evaluate((where, text) => {
  const input = document.querySelector(where);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}, selector, value);

// Waits until the page says something that holds `text` to those who listen.
export const hears = (page, text) => page.waitForFunction((wanted) =>
  [...document.querySelectorAll('[aria-live="polite"]')].some((one) => one.textContent.includes(wanted)), { timeout: 4000 }, text);
