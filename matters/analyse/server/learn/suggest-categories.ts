import { shareOn } from '#foundation/rules-with-citations.ts'
import type { Sql } from '#foundation/server/database.ts'
import type { County } from '#matters/matter/server/engine.ts'
import { joinSuggestions, type Learnt } from '../../classify/join-suggestions.ts'
import { suggest } from '../../classify/suggest.ts'
import type { Category, Suggestion } from '../../model.ts'
import { readCategories } from '../store-categories.ts'
import type { LiveModel, LiveModels } from './live-models.ts'

function learntFrom(
  words: string,
  { version, classifier }: LiveModel,
  tree: readonly Category[],
  certaintyMin: number,
): Learnt {
  const parents = new Map(tree.map(({ code, parent }) => [code, parent]))
  const classified = classifier.classify(words, { parents, certaintyMin })
  return {
    version,
    certain: classified.certain,
    guesses: classifier.explain(words, classified),
    known: new Set(classifier.model.categories),
  }
}

/**
 * What words speak for in a county on the day: by what it has learnt where a model serves, by the names and synonyms
 * of its tree for the rest.
 * @returns the suggestion, and the tree it was made with
 */
export async function suggestCategories(
  words: string,
  { sql, now, county, rules }: { sql: Sql; now: Date; county: number; rules: County },
  models: LiveModels,
): Promise<{ suggestion: Suggestion; tree: Category[] }> {
  const day = rules.dayOf(now)
  const certaintyMin = shareOn(rules.rules, 'analysis.certaintyMin', day)
  const [tree, live] = await Promise.all([readCategories(sql, county, day), models.of(sql, county)])
  const named = suggest(words, tree, certaintyMin)
  if (!live) return { suggestion: named, tree }
  const learnt = learntFrom(words, live, tree, certaintyMin)
  return { suggestion: joinSuggestions(named, learnt, tree), tree }
}
