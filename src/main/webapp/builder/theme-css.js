const PREFIX = '--pl-';

/**
 * @typedef {Record<string, string>} Values custom properties by their names without `--pl-`
 * @typedef {{id: string, name: string, light: Values, dark: Values}} Palette
 * @typedef {{id: string, name: string, variables: Values}} Option
 * @typedef {{palettes: Palette[], modes: string[], types: Option[], radii: Option[], densities: Option[]}} Catalogue
 * @typedef {{palette: string, mode: string, type: string, radius: string, density: string}} Theme
 */

/**
 * What a theme sets on a page, word for word as the server says it once the theme is chosen: it can
 * be shown before.
 * @param {Catalogue} catalogue
 * @param {Theme} theme
 */
export function cssOf(catalogue, { palette, mode, type, radius, density }) {
  const colours = find(catalogue.palettes, palette);
  const options = [find(catalogue.types, type), find(catalogue.radii, radius), find(catalogue.densities, density)];
  const light = [colours.light, { shadow: colours.light.ink }, ...options.map(({ variables }) => variables)].map(declarations).join(';');
  const dark = `color-scheme:dark;${[colours.dark, { shadow: '#000000' }].map(declarations).join(';')}`;
  const always = mode === 'dark' ? ':root:not([data-mode=light],[data-mode=auto])' : ':root[data-mode=dark]';
  const auto = mode === 'auto' ? ':root:not([data-mode=light])' : ':root[data-mode=auto]';
  return `:root{color-scheme:light;${light}}\n${always}{${dark}}\n@media (prefers-color-scheme:dark){${auto}{${dark}}}\n`;
}

const find = (choices, id) => choices.find((one) => one.id === id) ?? choices[0];

const declarations = (values) => Object.entries(values).map(([name, value]) => `${PREFIX}${name}:${value}`).join(';');
