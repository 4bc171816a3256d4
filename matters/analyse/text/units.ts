/**
 * What a text is made of, for everything that learns: each Chinese character is a unit, each word or number of another
 * script is one. Gaps do not part units (residents space Chinese as they like), punctuation and line ends do.
 */
export type Units = {
  readonly count: number
  /** One number for each unit; equal units have equal numbers. */
  readonly hashes: Uint32Array
  /** Where each unit begins and ends in the text that was read. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** The number of the clause each unit stands in, ascending from 0. */
  readonly clauses: Uint32Array
}

const breaks = 0
const han = 1
const letter = 2
const gap = 3

/** What each UTF-16 unit is; halves of characters outside the basic plane are told apart while reading. */
const kinds = (() => {
  const table = new Uint8Array(0x10000)
  const isHan = /\p{Script=Han}/v
  const isLetter = /[\p{L}\p{N}\p{M}]/v
  const isGap = /[ \t\u00a0\u3000]/
  for (let code = 0; code < table.length; code += 1) {
    const character = String.fromCharCode(code)
    if (isHan.test(character)) table[code] = han
    else if (isLetter.test(character)) table[code] = letter
    else if (isGap.test(character)) table[code] = gap
  }
  return table
})()

/** Chinese characters outside the basic plane (U+20000 to U+323AF) begin with these halves; all others are pictures. */
const isRareHan = (code: number) => code >= 0xd840 && code <= 0xd888
const isFirstHalf = (code: number) => code >= 0xd800 && code <= 0xdbff

/** Spreads a number over 32 bits (finalizer of MurmurHash3, A. Appleby, public domain). */
export function scatter(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** FNV-1a over UTF-16 units, scattered. Numbers of five digits and more say only how long they are. */
function hashOf(text: string, from: number, to: number): number {
  let h = 0x811c9dc5
  let digits = 0
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) digits += 1
    h = Math.imul(h ^ code, 0x01000193)
  }
  return digits === to - from && digits >= 5 ? scatter(0x23000000 + digits) : scatter(h)
}

/** Width and case folded (NFKC), so that Ａ３区 and a3区 are the same. */
export function foldWidth(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The end of the word that begins at `from`. */
function wordEnd(text: string, from: number): number {
  let to = from + 1
  while (to < text.length && kinds[text.charCodeAt(to)] === letter) to += 1
  return to
}

/** Cuts a folded text into its units. */
export function readUnits(folded: string): Units {
  const hashes = new Uint32Array(folded.length)
  const from = new Uint32Array(folded.length)
  const to = new Uint32Array(folded.length)
  const clauses = new Uint32Array(folded.length)
  let count = 0
  let clause = 0
  let at = 0
  while (at < folded.length) {
    const code = folded.charCodeAt(at)
    let end = at + 1
    let kind = kinds[code]
    if (isFirstHalf(code)) {
      end = Math.min(at + 2, folded.length)
      kind = isRareHan(code) ? han : breaks
    } else if (kind === letter) end = wordEnd(folded, at)
    if (kind === han || kind === letter) {
      hashes[count] = hashOf(folded, at, end)
      from[count] = at
      to[count] = end
      clauses[count] = clause
      count += 1
    } else if (kind === breaks && count > 0 && clauses[count - 1] === clause) clause += 1
    at = end
  }
  return { count, hashes, from, to, clauses }
}
