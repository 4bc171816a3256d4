import { learnRarity, type SparseVector, weigh } from '../text/sparse-vector.ts'

/** The columns a model knows, and how much each tells of the category. */
export type Columns = {
  /** The hashed columns that are kept, ascending. */
  readonly kept: Uint32Array
  /** Beside each: rarity times the largest log odds ratio it has for any category. */
  readonly telling: Float32Array
}

/** A text with the category (by its number) a person gave it. */
export type Labelled = { readonly counts: SparseVector; readonly category: number }

/** A column that fewer texts have is a name, a number or a slip of the pen: it tells of this text only. */
const leastTexts = 3

function pickColumns(having: Uint32Array, most: number): Uint32Array {
  for (let least = leastTexts; ; least += 1) {
    const kept: number[] = []
    for (let column = 0; column < having.length; column += 1)
      if ((having[column] ?? 0) >= least) kept.push(column)
    if (kept.length <= most) return Uint32Array.from(kept)
  }
}

/** For each column: how many texts of each category have it, row by row. */
function countByCategory(texts: readonly Labelled[], columns: number, categories: number) {
  const byCategory = new Uint32Array(columns * categories)
  for (const { counts, category } of texts)
    for (const id of counts.ids) {
      const cell = id * categories + category
      byCategory[cell] = (byCategory[cell] ?? 0) + 1
    }
  return byCategory
}

/**
 * How much each column sets one category apart from all others: the largest |ln(p / q)|, with p the share of the
 * category's texts that have it and q that of all others, both smoothed by one (the ratio of Wang and Manning 2012,
 * "Baselines and Bigrams", used here as one weight for all categories).
 */
function learnOdds(texts: readonly Labelled[], columns: number, categories: number): Float32Array {
  const byCategory = countByCategory(texts, columns, categories)
  const sizes = new Uint32Array(categories)
  for (const { category } of texts) sizes[category] = (sizes[category] ?? 0) + 1
  const odds = new Float32Array(columns)
  for (let column = 0; column < columns; column += 1) {
    const row = byCategory.subarray(column * categories, (column + 1) * categories)
    let all = 0
    for (const count of row) all += count
    let largest = 0
    for (let category = 0; category < categories; category += 1) {
      const [inside = 0, size = 0] = [row[category], sizes[category]]
      const p = (inside + 1) / (size + 2)
      const q = (all - inside + 1) / (texts.length - size + 2)
      largest = Math.max(largest, Math.abs(Math.log(p / q)))
    }
    odds[column] = largest
  }
  return odds
}

/** Where each kept column stands among the kept; −1 for all others. */
export function placesOf(kept: Uint32Array, bits: number): Int32Array {
  const places = new Int32Array(2 ** bits).fill(-1)
  kept.forEach((column, place) => {
    places[column] = place
  })
  return places
}

/** The same counts with kept columns only, named by their place. */
export function keepColumns({ ids, values }: SparseVector, places: Int32Array): SparseVector {
  const kept = new Uint32Array(ids.length)
  const counts = new Float32Array(ids.length)
  let used = 0
  for (let i = 0; i < ids.length; i += 1) {
    const place = places[ids[i] ?? 0] ?? -1
    if (place < 0) continue
    kept[used] = place
    counts[used] = values[i] ?? 0
    used += 1
  }
  return { ids: kept.subarray(0, used), values: counts.subarray(0, used) }
}

/**
 * Learns which columns to keep and how much they tell, and gives the texts in these columns.
 * @param bits hashed columns are 0 … 2^bits − 1
 * @param most how many columns may be kept; the rarest go first
 */
export function learnColumns(
  texts: readonly Labelled[],
  { bits, categories, most }: { bits: number; categories: number; most: number },
): { columns: Columns; weighed: SparseVector[] } {
  const having = new Uint32Array(2 ** bits)
  for (const { counts } of texts) for (const id of counts.ids) having[id] = (having[id] ?? 0) + 1
  const kept = pickColumns(having, most)
  const places = placesOf(kept, bits)
  const inKept = texts.map((text) => ({ ...text, counts: keepColumns(text.counts, places) }))
  const counts = inKept.map((text) => text.counts)
  const odds = learnOdds(inKept, kept.length, categories)
  const telling = learnRarity(counts, kept.length).map((rarity, i) => rarity * (odds[i] ?? 0))
  return { columns: { kept, telling }, weighed: counts.map((text) => weigh(text, telling)) }
}
