import type { GramShape } from '../text/grams.ts'

/** How texts are described to the model. Another shape is another format: models learnt before are not read. */
export const shape: GramShape = { bits: 20, longest: 2 }

/**
 * What was learnt: for each kept column how much it tells, and how far it speaks for each category. Holds no text:
 * columns are hashes of one or two characters or words in a row that at least three texts share.
 */
export type CategoryModel = {
  /** The most frequent first. */
  readonly categories: readonly string[]
  /** Hashed columns that are known, ascending. */
  readonly kept: Uint32Array
  readonly telling: Float32Array
  /** Row by row (a row is a kept column), in steps of `step`. */
  readonly weights: Int16Array
  readonly step: number
  readonly offsets: Float32Array
  /** Margins become probabilities by it (calibrate.ts). */
  readonly sharpness: number
}

/** A million of each: weights are kept within 16 MB and hashed columns below two to the seventeenth. */
const mostWeights = 8_000_000
const mostColumns = 131_072

/** How many columns a model of so many categories may have. */
export const columnsFor = (categories: number) =>
  Math.min(mostColumns, Math.floor(mostWeights / Math.max(1, categories)))
