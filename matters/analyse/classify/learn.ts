import { type Refusal, refuse, unless } from '#foundation/refusal.ts'
import { gramCounter } from '../text/grams.ts'
import { plainText } from '../text/plain.ts'
import { seededRandom } from '../text/random.ts'
import type { SparseVector } from '../text/sparse-vector.ts'
import { foldWidth, scatter } from '../text/units.ts'
import { learnSharpness } from './calibrate.ts'
import { type CategoryModel, columnsFor, shape } from './category-model.ts'
import { type Classifier, openClassifier } from './classify.ts'
import { type Labelled, learnColumns } from './columns.ts'
import { lendUpwards } from './lend-upwards.ts'
import { type Answered, measure, type Quality } from './measure.ts'
import { separate } from './separate.ts'

/** A text and the category a person gave it. */
export type Example = { readonly text: string; readonly category: string }

export type LearnOptions = {
  readonly seed: number
  /** What stands above each category of the tree: a category with too few texts lends them to the one above. */
  readonly parents?: ReadonlyMap<string, string | null>
  /**
   * Whether the texts held out for measuring are learnt from in the end. Not where the next model shall be compared
   * with this one on the same texts.
   */
  readonly useAll: boolean
}

export type Learnt = {
  readonly model: CategoryModel
  /** Of the held-out texts. */
  readonly quality: Quality | null
  /** Texts learnt from, and texts whose category has too few. */
  readonly texts: number
  readonly leftOut: number
}

/** Takes texts one after the other and keeps only what is learnt from them, then learns. */
export type Learner = {
  add(example: Example): void
  learn(): Learnt
  /** How another classifier does on the texts that were held out. */
  compare(other: Classifier): Quality | null
}

/** Of fewer texts nothing is learnt that holds for the next one. */
export const leastTextsOfCategory = 5

/** One text in ten is held out, always the same ones: which ones follows from their words alone. */
const heldOutOf = 10

type Kept = { readonly counts: SparseVector; readonly category: string; readonly heldOut: boolean }

/** Texts of the same words are held out together, so that none is asked for what was learnt by heart. */
function isHeldOut(counts: SparseVector): boolean {
  let sum = 0
  for (const id of counts.ids) sum = (sum + scatter(id)) >>> 0
  return scatter(sum) % heldOutOf === 0
}

function sizesOf(texts: readonly Kept[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { category } of texts) sizes.set(category, (sizes.get(category) ?? 0) + 1)
  return sizes
}

/** Why nothing can be learnt: there must be two categories that differ. */
export function whyNotLearn(categories: number): Refusal | null {
  if (categories === 0)
    return refuse('analyse.tooFewTexts', 'conflict', { values: { least: leastTextsOfCategory } })
  return categories === 1 ? refuse('analyse.oneCategory', 'conflict') : null
}

/** The texts in the model's own numbers: the most frequent category is 0. */
function numbered(texts: readonly Kept[], codes: ReadonlyMap<string, string | null>) {
  const counted = texts.flatMap((text) => {
    const category = codes.get(text.category) ?? null
    return category === null ? [] : [{ ...text, category }]
  })
  const sizes = [...sizesOf(counted)].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const categories = sizes.map(([category]) => category)
  const numbers = new Map(categories.map((category, i) => [category, i]))
  const labelled = counted.map(({ counts, category, heldOut }) => ({
    ...{ counts, heldOut },
    category: numbers.get(category) ?? 0,
  }))
  return { categories, labelled }
}

const shortMost = 0x7fff

/** Learns from labelled texts; `sharpness` is learnt elsewhere, from texts that are not among them. */
function modelOf(
  texts: readonly Labelled[],
  categories: readonly string[],
  { seed, sharpness }: { seed: number; sharpness: number },
): CategoryModel {
  const most = columnsFor(categories.length)
  const space = { bits: shape.bits, categories: categories.length, most }
  const { columns, weighed } = learnColumns(texts, space)
  const planes = separate(
    weighed,
    Uint32Array.from(texts, ({ category }) => category),
    {
      columns: columns.kept.length,
      categories: categories.length,
      random: seededRandom(seed),
    },
  )
  const largest = planes.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const step = largest > 0 ? largest / shortMost : 1
  const weights = Int16Array.from(planes.weights, (weight) => Math.round(weight / step))
  return { categories, ...columns, weights, step, offsets: planes.offsets, sharpness }
}

/** How a classifier answers texts that were held out, by the categories of the tree. */
function qualityOn(texts: readonly Kept[], classifier: Classifier): Quality | null {
  const { categories } = classifier.model
  const answers = texts.map(({ counts, category }): Answered => {
    const probabilities = classifier.weighUp(counts)
    if (!probabilities) return { said: null, probability: 0, truth: category }
    const best = probabilities.indexOf(probabilities.reduce((a, b) => Math.max(a, b)))
    const probability = probabilities[best] ?? 0
    return { said: categories[best] ?? null, probability, truth: category }
  })
  return measure(answers)
}

function sharpnessOn(texts: readonly Labelled[], classifier: Classifier): number {
  const reached = texts.flatMap(({ counts, category }) => {
    const margins = classifier.marginsOf(counts)
    return margins ? [{ margins, category }] : []
  })
  return reached.length > 0 ? learnSharpness(reached) : classifier.model.sharpness
}

/** Where nothing was held out to learn it from: what two counties' histories came to, rounded down. */
const usualSharpness = 2

/** Begins to learn: give it the texts one after the other, then let it learn. Same texts and seed, same model. */
export function openLearner({ seed, parents = new Map(), useAll }: LearnOptions): Learner {
  const count = gramCounter(shape)
  const kept: Kept[] = []

  function add({ text, category }: Example): void {
    const counts = count(foldWidth(plainText(text)))
    if (counts.ids.length > 0) kept.push({ counts, category, heldOut: isHeldOut(counts) })
  }

  function learn(): Learnt {
    const codes = lendUpwards(sizesOf(kept), parents, leastTextsOfCategory)
    const { categories, labelled } = numbered(kept, codes)
    unless(whyNotLearn(categories.length))
    const learntFrom = labelled.filter(({ heldOut }) => !heldOut)
    const trial = modelOf(learntFrom, categories, { seed, sharpness: usualSharpness })
    const heldOut = labelled.filter((text) => text.heldOut)
    const sharpness = sharpnessOn(heldOut, openClassifier(trial))
    const measured = { ...trial, sharpness }
    return {
      model: useAll ? modelOf(labelled, categories, { seed, sharpness }) : measured,
      quality: compare(openClassifier(measured)),
      texts: labelled.length,
      leftOut: kept.length - labelled.length,
    }
  }

  const compare = (other: Classifier) =>
    qualityOn(
      kept.filter(({ heldOut }) => heldOut),
      other,
    )

  return { add, learn, compare }
}

/** Learns from examples that are all there already. @throws Refused where there is nothing to tell apart */
export function learnFrom(examples: Iterable<Example>, options: LearnOptions): Learnt {
  const learner = openLearner(options)
  for (const example of examples) learner.add(example)
  return learner.learn()
}
