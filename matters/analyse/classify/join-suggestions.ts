import type { Category, CategorySuggestion, Suggestion } from '../model.ts'
import type { Guess } from './classify.ts'
import { urgencyOf } from './suggest.ts'

/** What a learnt model says of a text. */
export type Learnt = {
  readonly version: number
  readonly guesses: readonly Guess[]
  readonly certain: boolean
  /** Categories the county has history of: what their names say is no news to the model. */
  readonly known: ReadonlySet<string>
}

const mostSuggested = 3

function named(guess: Guess, tree: readonly Category[]): CategorySuggestion[] {
  // A category that has ended is suggested no more, however much the past speaks for it.
  const category = tree.find(({ code }) => code === guess.category)
  if (!category) return []
  const { code, name, nameEn } = category
  const score = Number(guess.probability.toFixed(3))
  return [{ category: code, name, nameEn, score, because: [...guess.because], source: 'learnt' }]
}

/**
 * Joins what was learnt with what names and synonyms say. The learnt comes first; names speak for categories without
 * history, and come first only where they are certain and the model is not.
 */
export function joinSuggestions(
  byNames: Suggestion,
  learnt: Learnt,
  tree: readonly Category[],
): Suggestion {
  const model = learnt.version
  const guesses = learnt.guesses.flatMap((guess) => named(guess, tree))
  if (guesses.length === 0) return { ...byNames, model }
  const isFirst = guesses[0]?.category === learnt.guesses[0]?.category
  const learntCertain = learnt.certain && isFirst
  const unlearnt = byNames.categories.filter(
    ({ category }) =>
      !learnt.known.has(category) && !guesses.some((guess) => guess.category === category),
  )
  const namesCertain =
    byNames.certain && unlearnt[0] !== undefined && unlearnt[0] === byNames.categories[0]
  const namesFirst = namesCertain && !learntCertain
  const categories = (namesFirst ? [...unlearnt, ...guesses] : [...guesses, ...unlearnt]).slice(
    0,
    mostSuggested,
  )
  const certain = learntCertain || namesCertain
  return {
    categories,
    certain,
    urgency: byNames.urgency ?? urgencyOf(certain ? categories.slice(0, 1) : [], tree),
    special: byNames.special,
    model,
  }
}
