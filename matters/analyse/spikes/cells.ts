import type { Cell } from './detect.ts'
import type { Weeks } from './series.ts'

/** Requests of one kind in one township and week, as the store counts them. */
export type Counted = {
  readonly category: string | null
  readonly township: string | null
  readonly week: number
  readonly count: number
}

/** The wider kinds of each kind, the nearest first. A tree that runs in a circle ends all the same. */
export function aboveIn(
  nodes: readonly { readonly code: string; readonly parent: string | null }[],
): (category: string) => readonly string[] {
  const parents = new Map(nodes.map(({ code, parent }) => [code, parent]))
  return (category) => {
    const above: string[] = []
    for (let at = parents.get(category); at && !above.includes(at); at = parents.get(at))
      above.push(at)
    return above
  }
}

/**
 * The series of every kind with what lies below it, in every township and in the whole county: what a list filtered by
 * that kind and place shows, so that number and list are one.
 * @param isPlace false for codes that are no township: they count for the county alone
 */
export function cellsOf(
  counted: readonly Counted[],
  aboveOf: (category: string) => readonly string[],
  isPlace: (township: string) => boolean,
): { cells: Cell[]; total: Weeks } {
  const total = new Map<number, number>()
  const cells = new Map<
    string,
    { category: string; division: string | null; weeks: Map<number, number> }
  >()
  const lines = new Map<string, readonly string[]>()
  const add = (category: string, division: string | null, week: number, count: number) => {
    const key = `${category} ${division ?? ''}`
    const cell = cells.get(key) ?? { category, division, weeks: new Map<number, number>() }
    cell.weeks.set(week, (cell.weeks.get(week) ?? 0) + count)
    cells.set(key, cell)
  }
  for (const { category, township, week, count } of counted) {
    total.set(week, (total.get(week) ?? 0) + count)
    if (category === null) continue
    const line = lines.get(category) ?? [category, ...aboveOf(category)]
    lines.set(category, line)
    for (const kind of line) {
      add(kind, null, week, count)
      if (township !== null && isPlace(township)) add(kind, township, week, count)
    }
  }
  return { cells: [...cells.values()], total }
}
