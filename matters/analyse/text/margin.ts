import type { SparseVector } from './sparse-vector.ts'
import { scatter } from './units.ts'

/** What a line between two kinds is learnt from. All arrays have one length: one place for each example. */
export type MarginExamples = {
  readonly vectors: readonly SparseVector[]
  /** 1 where the example is of the kind, −1 where it is not. */
  readonly sides: Int8Array
  /** What an example on the wrong side costs, above 0; more for what must not be missed. */
  readonly costs: Float64Array
}

const mostRounds = 60
/** Enough when no example pulls harder than this. */
const stillness = 1e-3

/** A fixed order for each round, different from the round before: training twice gives the same weights. */
function shuffle(order: Uint32Array, round: number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = scatter(round * 0x9e3779b1 + i) % (i + 1)
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}

function addScaled(weights: Float32Array, { ids, values }: SparseVector, scale: number): void {
  for (let k = 0; k < ids.length; k += 1) {
    const id = ids[k] ?? 0
    weights[id] = (weights[id] ?? 0) + scale * (values[k] ?? 0)
  }
}

/** On which side a vector lies and how far from the line, in units of the margin; above 0 it is of the kind. */
export function marginOf(weights: Float32Array, { ids, values }: SparseVector): number {
  let sum = 0
  for (let k = 0; k < ids.length; k += 1) sum += (weights[ids[k] ?? 0] ?? 0) * (values[k] ?? 0)
  return sum
}

/**
 * The line with the widest margin between two kinds: L2-loss support vector machine by dual coordinate descent
 * (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008,
 * algorithm 1). For hundreds to some thousands of examples, where it needs less data than a model of probabilities.
 * @param columns how many columns the vectors have; a constant column, if wanted, is the caller's
 */
export function learnMargin(
  { vectors, sides, costs }: MarginExamples,
  columns: number,
): Float32Array {
  const weights = new Float32Array(columns)
  const pulls = new Float64Array(vectors.length)
  const softness = Float64Array.from(costs, (cost) => 1 / (2 * cost))
  const steepness = Float64Array.from(vectors, ({ values }, i) =>
    values.reduce((sum, value) => sum + value * value, softness[i] ?? 0),
  )
  const order = Uint32Array.from(vectors, (_, i) => i)
  for (let round = 0; round < mostRounds; round += 1) {
    shuffle(order, round)
    let hardest = 0
    for (const i of order) {
      const vector = vectors[i]
      const [side = 1, pull = 0] = [sides[i], pulls[i]]
      if (!vector) continue
      const gradient = side * marginOf(weights, vector) - 1 + pull * (softness[i] ?? 0)
      if (pull === 0 && gradient >= 0) continue
      const next = Math.max(pull - gradient / (steepness[i] ?? 1), 0)
      pulls[i] = next
      addScaled(weights, vector, (next - pull) * side)
      hardest = Math.max(hardest, Math.abs(gradient))
    }
    if (hardest < stillness) break
  }
  return weights
}
