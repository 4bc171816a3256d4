/** What a text says of each column it has anything to say of: two arrays of one length, each column once. */
export type SparseVector = {
  readonly ids: Uint32Array
  readonly values: Float32Array
}

/**
 * How much it says that a text has a column, learnt from many texts: ln((1 + texts) / (1 + texts that have it)) + 1
 * (smoothed inverse document frequency; Manning, Raghavan, Schütze: Introduction to Information Retrieval, 6.2.1).
 * @param columns how many there are
 */
export function learnRarity(texts: readonly SparseVector[], columns: number): Float32Array {
  const having = new Uint32Array(columns)
  for (const { ids } of texts) for (const id of ids) having[id] = (having[id] ?? 0) + 1
  return Float32Array.from(having, (count) => Math.log((1 + texts.length) / (1 + count)) + 1)
}

/**
 * Counts become weights: 1 + ln(count), so that what is said ten times does not weigh ten times, times the rarity of
 * the column; the whole has length one. A text without columns stays empty.
 */
export function weigh({ ids, values }: SparseVector, rarity: Float32Array): SparseVector {
  const weights = new Float32Array(ids.length)
  let squares = 0
  for (let i = 0; i < ids.length; i += 1) {
    const weight = (1 + Math.log(values[i] ?? 1)) * (rarity[ids[i] ?? 0] ?? 0)
    weights[i] = weight
    squares += weight * weight
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
  for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] ?? 0) * scale
  return { ids, values: weights }
}

/** The same vector with its columns ascending. */
export function ascending({ ids, values }: SparseVector): SparseVector {
  const order = Uint32Array.from(ids, (_, i) => i).sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0))
  return {
    ids: Uint32Array.from(order, (i) => ids[i] ?? 0),
    values: Float32Array.from(order, (i) => values[i] ?? 0),
  }
}

/** Inner product of two vectors whose columns ascend; of vectors of length one it is their cosine. */
export function dot(a: SparseVector, b: SparseVector): number {
  let sum = 0
  let i = 0
  let j = 0
  while (i < a.ids.length && j < b.ids.length) {
    const [left = 0, right = 0] = [a.ids[i], b.ids[j]]
    if (left === right) sum += (a.values[i] ?? 0) * (b.values[j] ?? 0)
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return sum
}
