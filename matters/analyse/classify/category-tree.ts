/** What stands above each category; null above the widest. */
export type Parents = ReadonlyMap<string, string | null>

/** The categories above one, the nearest first; a tree that runs in a circle ends all the same. */
export function ancestorsOf(code: string, parents: Parents): string[] {
  const found: string[] = []
  for (let at = parents.get(code) ?? null; at !== null; at = parents.get(at) ?? null) {
    if (at === code || found.includes(at)) break
    found.push(at)
  }
  return found
}

/** One category with how probable it is, between 0 and 1. */
export type Share = { readonly category: string; readonly probability: number }

/** The share of a category is its own and that of all below it. */
function sharesIn(given: readonly Share[], parents: Parents): Map<string, number> {
  const shares = new Map<string, number>()
  for (const { category, probability } of given)
    for (const code of [category, ...ancestorsOf(category, parents)])
      shares.set(code, (shares.get(code) ?? 0) + probability)
  return shares
}

/**
 * Chooses how narrow an answer is: the most probable category where it is certain enough; else the nearest one above
 * it that is, whose share is the sum of all below; else the best as they are, and a person decides.
 * @param given all categories of the model, the most probable first
 * @param certaintyMin rule `analysis.certaintyMin`
 * @returns at most `most`, what stands above the first left out
 */
export function settleInTree(
  given: readonly Share[],
  parents: Parents,
  { certaintyMin, most }: { certaintyMin: number; most: number },
): { shares: Share[]; certain: boolean } {
  const [best] = given
  if (!best) return { shares: [], certain: false }
  const summed = sharesIn(given, parents)
  const chain = [best.category, ...ancestorsOf(best.category, parents)]
  const chosen = chain.find((code) => (summed.get(code) ?? 0) >= certaintyMin)
  if (chosen === undefined) return { shares: given.slice(0, most), certain: false }
  const above = new Set([chosen, ...ancestorsOf(chosen, parents)])
  const first = { category: chosen, probability: Math.min(1, summed.get(chosen) ?? 0) }
  const others = given.filter(({ category }) => !above.has(category))
  return { shares: [first, ...others].slice(0, most), certain: true }
}
