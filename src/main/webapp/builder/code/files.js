/**
 * @typedef {{id: string, name: string, text: string, note: string}} File
 */

const ENDINGS = { react: 'jsx', typescript: 'tsx', html: 'html', vue: 'vue', svelte: 'svelte' };

/**
 * The finished sections of a page as files in its output format, the whole page first.
 * @param {import('../state.js').State} state
 * @returns {File[]}
 */
export function filesOf({ sections, outputFormat }) {
  const done = sections.filter((section) => section.state === 'completed' && section.code);
  if (!done.length) return [];
  const ending = ENDINGS[outputFormat] ?? 'html';
  const parts = done.map(({ name, code }) => ({ id: name, name: `${name}.${ending}`, text: code, note: '' }));
  return [wholePage(done, parts, ending), ...parts];
}

function wholePage(done, parts, ending) {
  const names = done.map((section) => section.name);
  const joined = (mark) => parts.map((part) => `${mark(part.name)}\n${part.text.trim()}`).join('\n\n');
  const file = (text, note) => ({ id: 'page', name: `Page.${ending}`, text, note });
  if (ending === 'html') return file(`${joined((name) => `<!-- ${name} -->`)}\n`, 'The body of the page. Download gives the whole file.');
  const note = 'The page, then every file it imports.';
  if (ending === 'jsx' || ending === 'tsx') return file(`${jsxPage(names)}\n\n${joined((name) => `// ${name}`)}\n`, note);
  const page = ending === 'vue' ? vuePage(names) : sveltePage(names);
  return file(`${page}\n\n${joined((name) => `<!-- ${name} -->`)}\n`, note);
}

const imports = (names, ending) => names.map((name) => `import ${name} from './${name}${ending}';`).join('\n');
const tags = (names, indent) => names.map((name) => `${indent}<${name} />`).join('\n');

const jsxPage = (names) => `// Page
${imports(names, '')}

export default function Page() {
  return (
    <>
${tags(names, '      ')}
    </>
  );
}`;

const vuePage = (names) => `<!-- Page -->
<script setup>
${imports(names, '.vue')}
</script>

<template>
${tags(names, '  ')}
</template>`;

const sveltePage = (names) => `<!-- Page -->
<script>
${imports(names, '.svelte').replace(/^/gm, '  ')}
</script>

${tags(names, '')}`;
