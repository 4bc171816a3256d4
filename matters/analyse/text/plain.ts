/** More of a text than this is not read: who needs ten pages to say it has said it on the first ones. */
export const charactersRead = 10_000

/** Markup may take up most of a pasted page; what is looked at before it is taken away is bounded as well. */
const charactersWithMarkup = 100_000

const hiddenElement = /<(script|style)\b[^<>]{0,500}>[\s\S]{0,50000}?<\/\1\s*>/gi
/** Begins with a Latin letter, as tags do: 《…》 written as <…> around Chinese words stays. */
const tag = /<(?:!--[\s\S]{0,5000}?--|\/?[a-z][^<>]{0,2000})>/gi
const entity = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi
const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  mdash: '—',
  hellip: '…',
}
/** What has no shape: controls, soft hyphens, joiners, marks of direction and of bytes. Line ends and tabs stay. */
const shapeless = /[[\p{Cc}\p{Cf}\p{Variation_Selector}]--[\t\n\r]]/gv

function readEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const isScalar = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isScalar ? String.fromCodePoint(code) : ' '
}

/**
 * A text as a reader sees it: without markup, entities read, without characters that have no shape, half characters
 * replaced; width, case and traditional characters stay as written. Any string is taken.
 * @returns at most the first 10,000 characters
 */
export function plainText(text: string): string {
  let plain = text.slice(0, charactersWithMarkup)
  if (plain.includes('<')) plain = plain.replace(hiddenElement, ' ').replace(tag, ' ')
  if (plain.includes('&')) plain = plain.replace(entity, readEntity)
  return plain.replace(shapeless, '').slice(0, charactersRead).toWellFormed()
}
