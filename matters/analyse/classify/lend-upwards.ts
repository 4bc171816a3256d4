import { ancestorsOf, type Parents } from './category-tree.ts'

/**
 * Which category the texts of each count for: a category with fewer than `least` lends them to the one above it, the
 * narrowest first, and that one to the next.
 * @param sizes how many texts each category has of its own
 * @returns for each of them the category that learns from its texts; null when even the widest has too few
 */
export function lendUpwards(
  sizes: ReadonlyMap<string, number>,
  parents: Parents,
  least: number,
): Map<string, string | null> {
  const totals = new Map(sizes)
  for (const code of sizes.keys())
    for (const above of ancestorsOf(code, parents)) totals.set(above, totals.get(above) ?? 0)
  const depths = new Map(
    [...totals.keys()].map((code) => [code, ancestorsOf(code, parents).length]),
  )
  const narrowestFirst = [...depths].sort(([, a], [, b]) => b - a).map(([code]) => code)
  const enough = new Set<string>()
  for (const code of narrowestFirst) {
    const total = totals.get(code) ?? 0
    const above = parents.get(code) ?? null
    if (total >= least) enough.add(code)
    else if (above !== null) totals.set(above, (totals.get(above) ?? 0) + total)
  }
  const home = (code: string) =>
    [code, ...ancestorsOf(code, parents)].find((one) => enough.has(one)) ?? null
  return new Map([...sizes.keys()].map((code) => [code, home(code)]))
}
