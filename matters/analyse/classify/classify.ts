import { eachGram, gramCounter } from '../text/grams.ts'
import { plainText } from '../text/plain.ts'
import { type SparseVector, weigh } from '../text/sparse-vector.ts'
import { foldWidth, readUnits } from '../text/units.ts'
import { probabilitiesOf } from './calibrate.ts'
import { type CategoryModel, shape } from './category-model.ts'
import { type Parents, type Share, settleInTree } from './category-tree.ts'
import { keepColumns, placesOf } from './columns.ts'
import { margins, type Planes } from './separate.ts'
import { speakingPieces } from './speaking.ts'

/** One category with how probable it is (learnt from held-out texts), and the pieces of the text that spoke for it. */
export type Guess = Share & { readonly because: readonly string[] }

export type ClassifyOptions = {
  /** What stands above each category: where no category is certain enough, one above may be. */
  readonly parents?: Parents
  /** Rule `analysis.certaintyMin`. */
  readonly certaintyMin: number
}

/** Best first, at most three; none where nothing in the text is known. Not certain: a person decides. */
export type Classified = { readonly shares: readonly Share[]; readonly certain: boolean }

/** A model made ready for use. Keeps tables of its own: open a model once. */
export type Classifier = {
  readonly model: CategoryModel
  classify(text: string, options: ClassifyOptions): Classified
  /** The same categories, with the pieces of the text that spoke for each. */
  explain(text: string, classified: Classified): Guess[]
  /** The probability of each category by its number, from counts of the model's shape; null: nothing is known. */
  weighUp(counts: SparseVector): Float64Array | null
  /** How far the counts are on the side of each category; null: nothing is known. */
  marginsOf(counts: SparseVector): Float64Array | null
}

const mostShares = 3

/** Fewer known units than this say less than they claim to: one word alone is no matter yet, a person decides. */
const enoughUnits = 4

/** Of n units in a row n are counted alone and n − 1 as pairs. */
const enoughCounts = 2 * enoughUnits - 1

const saidBy = (counts: SparseVector) => counts.values.reduce((sum, value) => sum + value, 0)

type Opened = {
  readonly model: CategoryModel
  readonly planes: Planes
  /** Where each hashed column stands among the kept ones. */
  readonly places: Int32Array
  /** What each kept column says for all categories on average. */
  readonly means: Float32Array
}

function meansOf({ weights, offsets }: Planes): Float32Array {
  const size = offsets.length
  return Float32Array.from({ length: weights.length / size }, (_, place) => {
    let sum = 0
    for (let at = place * size; at < (place + 1) * size; at += 1) sum += weights[at] ?? 0
    return sum / size
  })
}

/**
 * The pieces of a text that speak for each of some categories: each unit speaks with what its columns say for the
 * category more than for others.
 */
function becauseOf(
  text: string,
  chosen: readonly number[],
  { model, planes, places, means }: Opened,
) {
  const plain = plainText(text)
  const folded = foldWidth(plain)
  const units = readUnits(folded)
  const voices = chosen.map(() => new Float64Array(units.count))
  const size = model.categories.length
  eachGram(units, shape, (column, first, length) => {
    const place = places[column] ?? -1
    if (place < 0) return
    const loudness = (model.telling[place] ?? 0) / length
    const mean = means[place] ?? 0
    for (let i = 0; i < chosen.length; i += 1) {
      const weight = planes.weights[place * size + (chosen[i] ?? 0)] ?? 0
      const own = voices[i]
      for (let at = first; own && at < first + length; at += 1)
        own[at] = (own[at] ?? 0) + (weight - mean) * loudness
    }
  })
  const written = folded.length === plain.length ? plain : folded
  return voices.map((own) => speakingPieces(written, units, own))
}

/** Makes a model ready: one table look-up for each column of a text, one row of weights for each that is known. */
export function openClassifier(model: CategoryModel): Classifier {
  const { categories, kept, telling, offsets, step, sharpness } = model
  const places = placesOf(kept, shape.bits)
  const planes: Planes = { weights: Float32Array.from(model.weights, (w) => w * step), offsets }
  const means = meansOf(planes)
  const numbers = new Map(categories.map((category, i) => [category, i]))
  const countKnown = gramCounter(shape, places)

  function reach(known: SparseVector): Float64Array | null {
    if (known.ids.length === 0) return null
    const reached = new Float64Array(categories.length)
    margins(weigh(known, telling), planes, reached)
    return reached
  }

  function probabilities(known: SparseVector): Float64Array | null {
    const reached = reach(known)
    if (!reached) return null
    return probabilitiesOf(reached, sharpness * Math.min(1, saidBy(known) / enoughCounts))
  }

  const countIn = (text: string) => countKnown(foldWidth(plainText(text)))

  function sharesOf(known: SparseVector): Share[] {
    const found = probabilities(known)
    if (!found) return []
    return categories
      .map((category, i) => ({ category, probability: found[i] ?? 0 }))
      .sort((a, b) => b.probability - a.probability)
  }

  function classify(text: string, { parents = new Map(), certaintyMin }: ClassifyOptions) {
    const known = countIn(text)
    const settled = settleInTree(sharesOf(known), parents, { certaintyMin, most: mostShares })
    return { ...settled, certain: settled.certain && saidBy(known) >= enoughCounts }
  }

  return {
    model,
    classify,
    explain: (text, { shares }) => {
      // What stands above a category is said because of what speaks for the best one, from which it came.
      const chosen = shares.map(({ category }) => numbers.get(category) ?? -1)
      const needsBest = chosen.includes(-1)
      const best = needsBest ? (numbers.get(sharesOf(countIn(text))[0]?.category ?? '') ?? 0) : 0
      const asked = chosen.map((number) => (number < 0 ? best : number))
      const because = becauseOf(text, asked, { model, planes, places, means })
      return shares.map((one, i) => ({ ...one, because: because[i] ?? [] }))
    },
    weighUp: (counts) => probabilities(keepColumns(counts, places)),
    marginsOf: (counts) => reach(keepColumns(counts, places)),
  }
}
