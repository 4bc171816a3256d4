import type { Described, Terms } from './terms.ts'

/** In how many texts each term stands, of how many, and how long they are on average. */
export type Frequencies = {
  readonly texts: number
  readonly averageLength: number
  readonly having: ReadonlyMap<string, number>
}

/** What ranking knows of all answers and of all questions. Kept, not read anew for each search. */
export type Statistics = {
  readonly singles: Frequencies
  readonly pairs: Frequencies
  /** Terms of questions: what every question says (请问, 咨询, 问题) tells nothing about which answer fits. */
  readonly askedSingles: Frequencies
  readonly askedPairs: Frequencies
  /** In how many answers each place is named. */
  readonly places: ReadonlyMap<string, number>
}

function frequenciesOf(texts: readonly Terms[]): Frequencies {
  const having = new Map<string, number>()
  let length = 0
  for (const text of texts) {
    length += text.length
    for (const term of text.counts.keys()) having.set(term, (having.get(term) ?? 0) + 1)
  }
  return { texts: texts.length, averageLength: length / texts.length || 1, having }
}

/**
 * How much it tells that a text has a term: ln(1 + (N − n + 0.5) / (n + 0.5)) (Robertson and Spärck Jones as used by
 * BM25; never below zero).
 */
export function rarityOf(term: string, { texts, having }: Frequencies): number {
  const count = having.get(term) ?? 0
  return Math.log(1 + (texts - count + 0.5) / (count + 0.5))
}

/** An answer with the places it names, widest first. */
export type Answer = { readonly described: Described; readonly places: readonly string[] }

/** Counts terms over answers and over questions asked before. Neither need be all there are: some thousand do. */
export function learnStatistics(
  answers: readonly Answer[],
  questions: readonly Described[],
): Statistics {
  const places = new Map<string, number>()
  for (const answer of answers)
    for (const place of new Set(answer.places)) places.set(place, (places.get(place) ?? 0) + 1)
  return {
    singles: frequenciesOf(answers.map(({ described }) => described.singles)),
    pairs: frequenciesOf(answers.map(({ described }) => described.pairs)),
    askedSingles: frequenciesOf(questions.map(({ singles }) => singles)),
    askedPairs: frequenciesOf(questions.map(({ pairs }) => pairs)),
    places,
  }
}
