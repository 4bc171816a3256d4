import { type GramShape, gramCounter } from '../text/grams.ts'
import { plainText } from '../text/plain.ts'
import type { SparseVector } from '../text/sparse-vector.ts'
import { unitsOf } from '../text/terms.ts'
import { foldWidth } from '../text/units.ts'
import { contentUnits, type Piece, pieceKinds, readPieces } from './pieces.ts'

const shape: GramShape = { bits: 15, longest: 3 }
const gramColumns = 2 ** shape.bits

/** Steps of how much is left and of how long the answer is, in units; a step is a column of its own. */
const leftSteps = [0, 4, 8, 12, 16, 20, 30, 50]
const lengthSteps = [12, 30, 40, 50, 60, 70, 80, 100]
const stepWeight = 0.25
/** What stands in the words counts this much beside what they do. Measured by cross-validation: flat from 1 on. */
const wordsWeight = 1.5

const plainColumns = 3
const stepColumns = leftSteps.length + lengthSteps.length

/** How many columns `describeAnswer` names: words first, then what the pieces do. */
export const answerColumns = gramColumns + plainColumns + stepColumns + 2 * pieceKinds.length

/** What an answer consists of, as numbers in the order of the columns behind the words. */
function featuresOf(pieces: readonly Piece[]): number[] {
  const left = contentUnits(pieces)
  const length = pieces.reduce((sum, { text }) => sum + unitsOf(text), 0)
  const counts = pieceKinds.map((kind) => pieces.filter((piece) => piece.kind === kind).length)
  return [
    0.5,
    Math.log1p(left) / 6,
    Math.log1p(length) / 10,
    ...leftSteps.map((step) => (left <= step ? stepWeight : 0)),
    ...lengthSteps.map((step) => (length <= step ? stepWeight : 0)),
    ...counts.map((count) => Math.min(count, 3) / 6),
    ...counts.map((count) => (count > 0 ? stepWeight : 0)),
  ]
}

const count = gramCounter(shape)

function wordsOf(answer: string): SparseVector {
  const { ids, values } = count(foldWidth(plainText(answer)))
  const weights = values.map((value) => 1 + Math.log(value))
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1
  return { ids, values: weights.map((weight) => (wordsWeight * weight) / length) }
}

/** An answer as numbers, for what is learnt from an operator's own marks. `asked` is what the resident wrote. */
export function describeAnswer(answer: string, asked: string): SparseVector {
  const words = wordsOf(answer)
  const features = featuresOf(readPieces(answer, asked))
  const given = features.flatMap((value, i) => (value === 0 ? [] : [gramColumns + i]))
  return {
    ids: Uint32Array.from([...words.ids, ...given]),
    values: Float32Array.from([
      ...words.values,
      ...given.map((id) => features[id - gramColumns] ?? 0),
    ]),
  }
}
