import { marginOf } from '../text/margin.ts'
import { describeAnswer } from './describe.ts'
import { contentUnits, type Piece, type PieceKind, readPieces } from './pieces.ts'

/**
 * Why an answer says nothing, the most telling first: it only passes on 只说已转办, points elsewhere 只让另找单位,
 * promises 只说将会回复, says it was received 只说已收悉, says the question again 只复述来件, or none of these 没有实质内容.
 */
export const emptyReasons = [
  'passedOn',
  'elsewhere',
  'promised',
  'received',
  'restated',
  'nothing',
] as const
export type EmptyReason = (typeof emptyReasons)[number]

/** What was learnt from answers somebody marked: on the far side of this line an answer is called empty. */
export type AnswerModel = { readonly weights: Float32Array }

export type AnswerJudgement = {
  /** For a person to look at: it never holds an answer back. */
  readonly empty: boolean
  /** Null where the answer says something. */
  readonly reason: EmptyReason | null
  /** What remains when forms of words are taken away, as pieces. */
  readonly left: readonly string[]
}

/** With so little left an answer has not said one whole sentence: about twelve Chinese characters. */
export const leastUnits = 12

const reasonOf = (pieces: readonly Piece[]): EmptyReason =>
  emptyReasons.find((reason) => pieces.some(({ kind }) => kind === (reason as PieceKind))) ??
  'nothing'

/**
 * Whether an answer tells the resident anything about their matter. Without a model by what is left when greetings,
 * thanks, 收悉, 已转, promises and the question itself are taken away; with one by what the county's own marks taught.
 * @param asked what the resident wrote, or an empty text where it is not known
 */
export function judgeAnswer(
  answer: string,
  asked: string,
  model: AnswerModel | null = null,
): AnswerJudgement {
  const pieces = readPieces(answer, asked)
  const empty = model
    ? marginOf(model.weights, describeAnswer(answer, asked)) > 0
    : contentUnits(pieces) <= leastUnits
  const left = pieces.filter(({ kind }) => kind === 'content').map(({ text }) => text)
  return { empty, reason: empty ? reasonOf(pieces) : null, left }
}
