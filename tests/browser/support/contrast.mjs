// Contrast of texts. Runs inside the page, with page.evaluate.

// { texts: how many there are, faint: those with a contrast below 4.5, or below 3 for large ones, which have 24 px, or
// 18.66 px and are bold }.
export function faintTexts() {
  const colour = (text) => {
    const [red, green, blue, alpha = '1'] = text.match(/[\d.]+/g) ?? ['0', '0', '0', '0'];
    return [red, green, blue, alpha].map(Number);
  };
  const over = (top, below) => [...[0, 1, 2].map((channel) => top[channel] * top[3] + below[channel] * (1 - top[3])), 1];
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [less, more] = [luminance(one.slice(0, 3)), luminance(other.slice(0, 3))].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  // Every colour that may lie behind `element`.
  function behind(element) {
    if (!element) return [colour(getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'rgb(18, 18, 18)' : 'rgb(255, 255, 255)')];
    const style = getComputedStyle(element);
    const own = colour(style.backgroundColor);
    const below = own[3] === 1 ? [own] : behind(element.parentElement).map((one) => over(own, one));
    if (!style.backgroundImage.includes('gradient')) return below;
    return [...style.backgroundImage.matchAll(/rgba?\([^)]*\)/g)].flatMap(([stop]) => below.map((one) => over(colour(stop), one)));
  }
  let texts = 0;
  const faint = [];
  for (const element of document.querySelectorAll('body *')) {
    const said = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const isHidden = !element.checkVisibility() || element.closest('.sr, :disabled, [aria-hidden="true"], .language-name, svg');
    if (!said || isHidden || element.getBoundingClientRect().width < 2) continue;
    texts += 1;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const found = Math.min(...behind(element).map((ground) => ratio(over(colour(style.color), ground), ground)));
    if (found < least) faint.push(`${element.tagName} .${element.className} "${element.textContent.trim().slice(0, 30)}": ${found.toFixed(2)}`);
  }
  return { texts, faint };
}
