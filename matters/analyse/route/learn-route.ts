import { shape } from '../classify/category-model.ts'
import { openClassifier } from '../classify/classify.ts'
import { type Example, type Learnt, learnFrom, leastTextsOfCategory } from '../classify/learn.ts'
import { gramCounter } from '../text/grams.ts'
import { plainText } from '../text/plain.ts'
import { foldWidth } from '../text/units.ts'

/** A matter that was answered: its words, who led it where that is known, and the answer where there is one. */
export type RoutedMatter = {
  readonly title: string
  readonly words: string
  /** The lead office, as the operator names it; null where history does not say. */
  readonly office: string | null
  readonly answer: string | null
}

/** The title says what it is about in the fewest words, so it counts this often. */
const titleCounts = 3

/** The text offices are learnt from and told by: the title, several times, and the words. */
export function routeText(title: string, words: string): string {
  return `${`${title}。`.repeat(titleCounts)}${words}`
}

/** An answer must tell this clearly who wrote it before its question is learnt from. */
const sureEnough = 0.8
const mostSharesOfHistory = 2

type Named = RoutedMatter & { readonly office: string }

/**
 * Who led matters whose office history does not say, read from their answers: how offices write and what they name
 * tells them apart far better than what they are asked. Only clear cases; none where too few offices are known.
 */
function readOffices(known: readonly Named[], unknown: readonly RoutedMatter[], seed: number) {
  const answered = known.flatMap(({ answer, office }) =>
    answer ? [{ text: answer, category: office }] : [],
  )
  if (unknown.length === 0 || !canLearn(answered.map(({ category }) => category))) return []
  const { model } = learnFrom(answered, { seed, useAll: true })
  const classifier = openClassifier(model)
  const count = gramCounter(shape)
  return unknown.flatMap((matter): Named[] => {
    const shares = classifier.weighUp(count(foldWidth(plainText(matter.answer ?? ''))))
    if (!shares) return []
    const best = shares.indexOf(shares.reduce((a, b) => Math.max(a, b)))
    const office = model.categories[best]
    return office !== undefined && (shares[best] ?? 0) >= sureEnough ? [{ ...matter, office }] : []
  })
}

/** Whether at least two offices have enough matters to be learnt. */
export function canLearn(offices: readonly string[]): boolean {
  const sizes = new Map<string, number>()
  for (const office of offices) sizes.set(office, (sizes.get(office) ?? 0) + 1)
  return [...sizes.values()].filter((size) => size >= leastTextsOfCategory).length >= 2
}

/**
 * What to learn offices from: the question of each matter with its office. Matters without a known office are taken
 * where their answer tells who wrote it; they never outnumber those that are known more than twofold.
 */
export function routeExamples(matters: readonly RoutedMatter[], seed: number): Example[] {
  const known = matters.filter((matter): matter is Named => matter.office !== null)
  const unknown = matters.filter(({ office }) => office === null)
  const read = readOffices(known, unknown, seed).slice(0, known.length * mostSharesOfHistory)
  return [...known, ...read].map(({ title, words, office }) => ({
    text: routeText(title, words),
    category: office,
  }))
}

/**
 * Learns which office leads what.
 * @throws Refused where fewer than two offices have enough matters
 */
export const learnRoute = (matters: readonly RoutedMatter[], seed: number): Learnt =>
  learnFrom(routeExamples(matters, seed), { seed, useAll: true })
