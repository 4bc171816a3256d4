import { learnMargin, marginOf } from '../text/margin.ts'
import type { SparseVector } from '../text/sparse-vector.ts'
import { scatter } from '../text/units.ts'
import { answerColumns, describeAnswer } from './describe.ts'
import type { AnswerModel } from './judge-answer.ts'

/** An answer, what it answered, and whether a person marked it as saying nothing. */
export type MarkedAnswer = {
  readonly answer: string
  readonly asked: string
  readonly empty: boolean
}

/** How often empty answers are found, and how often what is called empty is. F1 is their harmonic mean. */
export type AnswerQuality = {
  readonly answers: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Fewer marks of either kind teach nothing. */
export const leastMarks = 20

/** Whether there are enough marks of both kinds. */
export function canLearnAnswers(answers: readonly MarkedAnswer[]): boolean {
  const empty = answers.filter((answer) => answer.empty).length
  return Math.min(empty, answers.length - empty) >= leastMarks
}

/** An answer on the wrong side costs this much; an empty one, being rare, more. Measured by cross-validation. */
const usualCost = 0.1
const emptyCost = 2 * usualCost

function weightsFrom(vectors: readonly SparseVector[], empty: readonly boolean[]): Float32Array {
  const sides = Int8Array.from(empty, (is) => (is ? 1 : -1))
  const costs = Float64Array.from(empty, (is) => (is ? emptyCost : usualCost))
  return learnMargin({ vectors, sides, costs }, answerColumns)
}

/** How calls agree with marks. */
export function answerQuality(
  called: readonly boolean[],
  marked: readonly boolean[],
): AnswerQuality {
  const said = called.filter(Boolean).length
  const there = marked.filter(Boolean).length
  const right = called.filter((call, i) => call && marked[i]).length
  return {
    answers: marked.length,
    precision: said > 0 ? right / said : 0,
    recall: there > 0 ? right / there : 0,
    f1: said + there > 0 ? (2 * right) / (said + there) : 0,
  }
}

const parts = 5

/** The part an answer is held out with: answers of the same words share it. */
const partOf = ({ ids }: SparseVector) =>
  scatter(ids.reduce((sum, id) => (sum + scatter(id)) >>> 0, 0)) % parts

/** What each answer's margin is when it is not learnt from. */
function margins(vectors: readonly SparseVector[], empty: readonly boolean[]): Float64Array {
  const reached = new Float64Array(vectors.length)
  const own = vectors.map(partOf)
  for (let part = 0; part < parts; part += 1) {
    const others = [...vectors.keys()].filter((i) => own[i] !== part)
    const weights = weightsFrom(
      others.flatMap((i) => vectors[i] ?? []),
      others.map((i) => empty[i] ?? false),
    )
    vectors.forEach((vector, i) => {
      if (own[i] === part) reached[i] = marginOf(weights, vector)
    })
  }
  return reached
}

export type LearntAnswers = {
  readonly model: AnswerModel
  /** Measured on answers that were not learnt from, each once. */
  readonly quality: AnswerQuality
}

/** Learns from marks what an empty answer is. Same marks, same model. Ask `canLearnAnswers` before. */
export function learnAnswers(answers: readonly MarkedAnswer[]): LearntAnswers {
  const vectors = answers.map(({ answer, asked }) => describeAnswer(answer, asked))
  const empty = answers.map((answer) => answer.empty)
  const called = Array.from(margins(vectors, empty), (margin) => margin > 0)
  return {
    model: { weights: weightsFrom(vectors, empty) },
    quality: answerQuality(called, empty),
  }
}
