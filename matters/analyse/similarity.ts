import { searchVectorText } from '#foundation/bigrams.ts'
import type { Likeness } from './model.ts'
import { fold } from './text/terms.ts'

/** What is compared of two matters. */
export type Comparable = {
  readonly words: string
  readonly category: string | null
  readonly division: string | null
  readonly lon: number | null
  readonly lat: number | null
}

const comparedCharacters = 500
const queryTokensMax = 24
const sharedWordsMax = 3
/** Nearer than this two points may be one place: what others use is 50 to 250 m (fixmystreet#1677). */
const nearMetres = 250

/** Pairs of characters and whole words; the single characters that end each run say too little. */
function tokensOf(words: string): Set<string> {
  const tokens = searchVectorText(words.slice(0, comparedCharacters)).split(' ')
  return new Set(tokens.filter((token) => token.length > 1))
}

/**
 * The text for `$1::tsquery` (`to_tsquery` reads it too) that finds what shares any pair of characters; null when there
 * is none. Tokens hold letters, digits and marks only, so nothing in them ends a quotation.
 */
export function anyTokenQuery(words: string, labels: '' | ':AB' = ''): string | null {
  const tokens = [...tokensOf(words)].slice(0, queryTokensMax)
  return tokens.length > 0 ? tokens.map((token) => `'${token}'${labels}`).join(' | ') : null
}

/** Sørensen–Dice: twice what both have, by what they have together. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const token of a) if (b.has(token)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

/** The longest pieces of a run of Chinese characters that stand in the other text, at least two characters each. */
function sharedPieces(run: string, other: string): string[] {
  const pieces: string[] = []
  let from = 0
  while (from < run.length - 1) {
    let to = from + 2
    if (!other.includes(run.slice(from, to))) {
      from += 1
      continue
    }
    while (to < run.length && other.includes(run.slice(from, to + 1))) to += 1
    pieces.push(run.slice(from, to))
    from = to
  }
  return pieces
}

const runPattern = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv

/** What stands in both texts, longest first: pieces of Chinese, whole words of other scripts. */
export function sharedWords(a: string, b: string): string[] {
  const [text, other] = [a, b].map((words) => fold(words.slice(0, comparedCharacters)))
  if (text === undefined || other === undefined) return []
  const words = new Set(other.match(runPattern))
  const pieces = (text.match(runPattern) ?? []).flatMap((run) => {
    if (/^\p{Script=Han}/v.test(run)) return sharedPieces(run, other)
    return run.length > 1 && words.has(run) ? [run] : []
  })
  return [...new Set(pieces)].sort((x, y) => y.length - x.length).slice(0, sharedWordsMax)
}

/** Metres between two points of one datum, on a sphere; right to a metre at the distances asked here. */
export function metresBetween(a: Comparable, b: Comparable): number | null {
  if (a.lon === null || a.lat === null || b.lon === null || b.lat === null) return null
  const radians = Math.PI / 180
  const x = (b.lon - a.lon) * radians * Math.cos(((a.lat + b.lat) / 2) * radians)
  const y = (b.lat - a.lat) * radians
  return Math.round(Math.hypot(x, y) * 6_371_000)
}

/**
 * How alike two matters are, with the reasons: words count most, then nearness, category and place. A first simple
 * measure; what it finds is shown to a person, nothing is linked by it.
 */
export function likenessOf(a: Comparable, b: Comparable): Likeness {
  const sameCategory = a.category !== null && a.category === b.category
  const sameDivision = a.division !== null && a.division === b.division
  const metres = metresBetween(a, b)
  const near =
    metres === null ? (sameDivision ? 0.5 : 0) : Math.max(0, 1 - metres / (2 * nearMetres))
  const words = dice(tokensOf(a.words), tokensOf(b.words))
  const score = 0.6 * words + 0.25 * near + 0.15 * (sameCategory ? 1 : 0)
  return {
    score: Number(score.toFixed(3)),
    sameCategory,
    sameDivision,
    metres,
    sharedWords: words > 0 ? sharedWords(a.words, b.words) : [],
  }
}

/** Below this two matters are not worth comparing by eye. */
const leastScore = 0.2

/** The likest first, at most `most`; those that share nothing but a far-off word are left out. */
export function rankSimilar<T extends Comparable>(
  subject: Comparable,
  candidates: readonly T[],
  most: number,
): { candidate: T; likeness: Likeness }[] {
  return candidates
    .map((candidate) => ({ candidate, likeness: likenessOf(subject, candidate) }))
    .filter(({ likeness }) => likeness.score >= leastScore)
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, most)
}
