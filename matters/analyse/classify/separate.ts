import type { Random } from '../text/random.ts'
import type { SparseVector } from '../text/sparse-vector.ts'

/** One plane for each category: `weights` row by row (a row is a column of the texts), and one offset each. */
export type Planes = { readonly weights: Float32Array; readonly offsets: Float32Array }

export type SeparateOptions = {
  readonly columns: number
  readonly categories: number
  readonly random: Random
}

/** How dear a text on the wrong side is (C of the machine). Measured by cross-validation: flat between 1 and 4. */
const cost = 2
const rounds = 8
/** Nothing left to correct: the largest step of a whole round is smaller. */
const settled = 0.01
/** A smaller step changes no answer and costs as much as a large one. */
const leastStep = 1e-3

/** How far a text is on the side of each category; 0 is the plane itself. */
export function margins({ ids, values }: SparseVector, planes: Planes, into: Float64Array): void {
  const { weights, offsets } = planes
  const categories = offsets.length
  for (let k = 0; k < categories; k += 1) into[k] = offsets[k] ?? 0
  for (let i = 0; i < ids.length; i += 1) {
    const row = (ids[i] ?? 0) * categories
    const value = values[i] ?? 0
    for (let k = 0; k < categories; k += 1)
      into[k] = (into[k] ?? 0) + (weights[row + k] ?? 0) * value
  }
}

function move({ ids, values }: SparseVector, planes: Planes, by: Float64Array): void {
  const { weights, offsets } = planes
  const categories = offsets.length
  for (let k = 0; k < categories; k += 1) offsets[k] = (offsets[k] ?? 0) + (by[k] ?? 0)
  for (let i = 0; i < ids.length; i += 1) {
    const row = (ids[i] ?? 0) * categories
    const value = values[i] ?? 0
    for (let k = 0; k < categories; k += 1)
      weights[row + k] = (weights[row + k] ?? 0) + (by[k] ?? 0) * value
  }
}

/**
 * Separates each category from all others: linear support vector machines with squared hinge loss, solved by dual
 * coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan 2008), all categories in one pass over a text, so that
 * a row of weights is fetched once for all of them.
 * @param texts of length one each; `categoryOf[i]` is the number of the category of text i
 */
export function separate(
  texts: readonly SparseVector[],
  categoryOf: Uint32Array,
  { columns, categories, random }: SeparateOptions,
): Planes {
  const planes: Planes = {
    weights: new Float32Array(columns * categories),
    offsets: new Float32Array(categories),
  }
  const duals = new Float32Array(texts.length * categories)
  const order = Uint32Array.from(texts, (_, i) => i)
  const reached = new Float64Array(categories)
  const by = new Float64Array(categories)
  const slack = 1 / (2 * cost)
  for (let round = 0; round < rounds; round += 1) {
    let largest = 0
    random.shuffle(order)
    for (const i of order) {
      const text = texts[i]
      if (!text) continue
      margins(text, planes, reached)
      // A text without a known column still pulls at the offsets.
      const curvature = (text.ids.length > 0 ? 2 : 1) + slack
      let moves = false
      for (let k = 0; k < categories; k += 1) {
        const side = categoryOf[i] === k ? 1 : -1
        const dual = duals[i * categories + k] ?? 0
        const slope = side * (reached[k] ?? 0) - 1 + slack * dual
        const sought = Math.max(dual - slope / curvature, 0)
        const next = Math.abs(sought - dual) > leastStep ? sought : dual
        by[k] = (next - dual) * side
        duals[i * categories + k] = next
        moves ||= next !== dual
        largest = Math.max(largest, dual === 0 ? -Math.min(slope, 0) : Math.abs(slope))
      }
      if (moves) move(text, planes, by)
    }
    if (largest < settled) break
  }
  return planes
}
