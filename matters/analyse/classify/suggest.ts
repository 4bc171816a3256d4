import type { Urgency } from '#matters/matter/model.ts'
import type { Category, CategorySuggestion, SpecialHint, Suggestion } from '../model.ts'
import { findTerms, fold, unitsOf } from '../text/terms.ts'
import { specialWords } from './special-words.ts'

const mostSuggested = 3

/** A term this long alone makes its category as sure as words can: four characters, such as 路灯不亮. */
const enoughUnits = 4

/** What a category has to say for itself. */
type Voice = { readonly category: Category; weight: number; readonly because: Set<string> }

/** Which categories each term stands for: names in both languages and synonyms. */
function termsOf(tree: readonly Category[]): Map<string, Category[]> {
  const terms = new Map<string, Category[]>()
  for (const category of tree) {
    const own = new Set([category.name, category.nameEn, ...category.synonyms].map(fold))
    for (const term of own) {
      const sharers = terms.get(term)
      if (sharers) sharers.push(category)
      else terms.set(term, [category])
    }
  }
  return terms
}

/** The found terms by category. A term that several categories share counts for each of them only in part. */
function voicesOf(
  found: readonly string[],
  terms: ReadonlyMap<string, readonly Category[]>,
): Map<string, Voice> {
  const voices = new Map<string, Voice>()
  for (const term of found) {
    const sharers = terms.get(term) ?? []
    for (const category of sharers) {
      const voice = voices.get(category.code) ?? { category, weight: 0, because: new Set() }
      voice.weight += unitsOf(term) / sharers.length
      voice.because.add(term)
      voices.set(category.code, voice)
    }
  }
  return voices
}

/**
 * What speaks for a wider category speaks half for the narrower one that was found too; only the narrower is
 * suggested.
 */
function narrowest(voices: Map<string, Voice>, tree: readonly Category[]): Voice[] {
  const parents = new Map(tree.map(({ code, parent }) => [code, parent]))
  const wider = new Set<string>()
  for (const voice of voices.values()) {
    const seen = new Set([voice.category.code])
    let above = parents.get(voice.category.code) ?? null
    // A tree that runs in a circle was not imported by us; walking must end all the same.
    while (above !== null && !seen.has(above)) {
      seen.add(above)
      const told = voices.get(above)
      if (told) {
        voice.weight += told.weight / 2
        for (const term of told.because) voice.because.add(term)
        wider.add(above)
      }
      above = parents.get(above) ?? null
    }
  }
  return [...voices.values()].filter(({ category }) => !wider.has(category.code))
}

/**
 * Score between 0 and 1: which part of all that was found speaks for this category, times how much was found for it.
 * So one short word, or words that point three ways, stay below any sensible threshold.
 */
function scored(voices: readonly Voice[]): CategorySuggestion[] {
  const total = voices.reduce((sum, { weight }) => sum + weight, 0)
  const suggestions = voices.map(({ category, weight, because }) => ({
    category: category.code,
    name: category.name,
    nameEn: category.nameEn,
    score: Number(((weight / total) * Math.min(1, weight / enoughUnits)).toFixed(3)),
    because: [...because].sort((a, b) => unitsOf(b) - unitsOf(a)),
    source: 'names' as const,
  }))
  return suggestions
    .sort((a, b) => b.score - a.score || a.category.localeCompare(b.category))
    .slice(0, mostSuggested)
}

const gravest: readonly Urgency[] = ['urgent', 'lifeline', 'complex']

/** The gravest urgency among the suggested categories, with the words that led there; null when all are general. */
export function urgencyOf(
  suggestions: readonly CategorySuggestion[],
  tree: readonly Category[],
): Suggestion['urgency'] {
  for (const urgency of gravest) {
    const found = suggestions.find(({ category }) =>
      tree.some((one) => one.code === category && one.urgency === urgency),
    )
    if (found) return { urgency, because: found.because }
  }
  return null
}

function specialOf(words: string): SpecialHint[] {
  return specialWords.flatMap(({ channel, call, words: terms }) => {
    const because = findTerms(words, terms.map(fold))
    return because.length > 0 ? [{ channel, call, because }] : []
  })
}

/**
 * What the words speak for, by the names and synonyms of the county's tree: at most three categories with the words
 * that spoke, an urgency, and other ways the matter may belong to. Suggestions only: a named officer judges.
 * @param certaintyMin rule `analysis.certaintyMin`, a share between 0 and 1
 */
export function suggest(
  words: string,
  tree: readonly Category[],
  certaintyMin: number,
): Suggestion {
  const terms = termsOf(tree)
  const found = findTerms(words, [...terms.keys()])
  const categories = scored(narrowest(voicesOf(found, terms), tree))
  return {
    categories,
    certain: (categories[0]?.score ?? 0) >= certaintyMin,
    urgency: urgencyOf(categories, tree),
    special: specialOf(words),
    model: null,
  }
}
