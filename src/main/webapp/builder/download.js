/**
 * Hands a text to the browser as a file to save.
 * @param {string} name
 * @param {string} text
 */
export function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/html;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const DEVICES = /^(con|prn|aux|nul|(com|lpt)\d)$/;

/** @param {string} title @returns {string} a file name that every system takes */
export function fileName(title) {
  const slug = title.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-+/, '');
  const cut = [...slug].slice(0, 60).join('').replace(/-+$/, '') || 'page';
  return `${DEVICES.test(cut) ? `${cut}-page` : cut}.html`;
}

/**
 * The page as one file that needs nothing else: no script, no network.
 * @param {import('./state.js').State} state
 * @param {string} css compiled for exactly this page
 */
export function standalone({ title, language, theme, sections }, css) {
  const body = withMain(sections.filter((one) => one.state === 'completed').map((one) => one.html.trim()));
  const mode = theme.mode ? ` data-mode="${escape(theme.mode)}"` : '';
  return `<!doctype html>
<html lang="${escape(language)}"${mode}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title || 'Page')}</title>
<style>
${styleText(theme.css ?? '')}
${styleText(css)}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Everything between the navigation and the footer is the page's main content. @param {string[]} parts */
function withMain(parts) {
  const start = parts[0]?.startsWith('<nav') ? 1 : 0;
  const end = parts.length - (parts.at(-1)?.startsWith('<footer') ? 1 : 0);
  const main = parts.slice(start, end);
  if (main.length === 0) return parts.join('\n\n');
  return [...parts.slice(0, start), `<main>\n${main.join('\n\n')}\n</main>`, ...parts.slice(end)].join('\n\n');
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
const styleText = (css) => css.replaceAll('</', '<\\/');
