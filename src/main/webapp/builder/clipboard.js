/**
 * Copies a text, or says how to do it by hand.
 * @param {string} text
 * @param {string} name how it is called once it is copied
 * @param {string} what how it is called where it stands
 * @param {(text: string) => void} say
 */
export async function copy(text, name, what, say) {
  const copied = await navigator.clipboard.writeText(text).then(() => true, () => false);
  say(copied ? `${name} copied` : `The browser did not allow copying. Select the ${what} and copy it by hand.`);
}
