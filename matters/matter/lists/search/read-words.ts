import { foldForSearch, searchPieces, searchQueryText } from '#foundation/bigrams.ts'
import { publicParts, searchParts, tailLength, tailMark } from './index-text.ts'

/** The end of a number: its mark finds those that end in the same four digits, `like` the right ones among them. */
export type NumberTail = { readonly mark: string; readonly like: string }

/** What was typed into a field for searching, read. */
export type WordsAsked = {
  /** Texts for `$1::tsquery`: anywhere; in title, words and place; in the title. Null: there is nothing to look for. */
  readonly queries: { readonly all: string; readonly words: string; readonly title: string } | null
  /** A whole number: that matter and no other is meant. */
  readonly number: string | null
  /** Digits alone may be the end of a number, and are words as well. */
  readonly tail: NumberTail | null
  /** What is to be marked where it is found, folded. */
  readonly pieces: readonly string[]
}

const wholePattern = /^\d{1,9}-\d{4}-\d{6,9}$/
const ofYearPattern = /^(\d{4})-(\d{1,9})$/
const tailPattern = /^\d{1,9}$/
/** Serials have six digits at least, and of them four are enough: "12" finds what ends in 0012. */
const serialLength = 6

/**
 * Reads what was typed. Numbers are found whole (990101-2026-000123), without the county (2026-123) or by their last
 * digits; whatever else was typed is words. Full-width digits and any dash will do.
 * @param isPublic whoever asks may know only what everybody may
 */
export function readWords(text: string, county: number, isPublic: boolean): WordsAsked {
  const folded = foldForSearch(text.trim()).replace(/\p{Pd}/gu, '-')
  const ofYear = ofYearPattern.exec(folded)
  const pieces = searchPieces(folded)
  const query = (parts: string) => searchQueryText(folded, parts) ?? ''
  const { title, words: inWords } = searchParts
  const all = query(isPublic ? publicParts : '')
  const queries =
    pieces.length === 0 ? null : { all, words: query(`${title}${inWords}`), title: query(title) }
  const words = { queries, pieces }
  if (wholePattern.test(folded)) return { ...words, number: folded, tail: null }
  if (ofYear) {
    const serial = ofYear[2]?.padStart(serialLength, '0')
    return { ...words, number: `${county}-${ofYear[1]}-${serial}`, tail: null }
  }
  if (!tailPattern.test(folded)) return { ...words, number: null, tail: null }
  const digits = folded.padStart(tailLength, '0')
  const tail = { mark: `'${tailMark(county, digits)}'`, like: `%${digits}` }
  return { ...words, number: null, tail }
}
