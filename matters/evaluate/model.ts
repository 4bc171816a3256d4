import { type Static, Type } from 'typebox'
import { Id } from '#matters/matter/model.ts'

const words = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values] }))

/** Pass, not pass, cannot tell 无法判断: results of a check in use (domain.md 1.3). */
export const checkResults = ['passed', 'failed', 'unclear'] as const
export const CheckResult = words(checkResults)
export type CheckResult = Static<typeof CheckResult>

/** The five grades of the good-bad rating 好差评, best first: 非常满意 … 非常不满意 (domain.md 1.10). */
export const grades = [
  'verySatisfied',
  'satisfied',
  'basicallySatisfied',
  'dissatisfied',
  'veryDissatisfied',
] as const
export const Grade = words(grades)
export type Grade = Static<typeof Grade>

/** 响应率, 解决率, 满意率: the three rates 三率 (Beijing 接诉即办 law art. 32). */
export const indicators = ['response', 'solution', 'satisfaction'] as const
export const Indicator = words(indicators)
export type Indicator = Static<typeof Indicator>

/** What a call suggests to whoever made it; the checker decides. */
export const callAdvice = ['close', 'rework', 'callAgain', 'closeUnreached'] as const
export const CallAdvice = words(callAdvice)
export type CallAdvice = Static<typeof CallAdvice>

/** Who said it: the resident with their own hands, or the resident on the phone. */
export const verdictSources = ['resident', 'callBack'] as const
export type VerdictSource = (typeof verdictSources)[number]

/** What a resident says of one round of handling. Either part may be left out, not both. */
export type Verdict = {
  readonly solved: boolean | null
  readonly grade: Grade | null
  readonly source: VerdictSource
  readonly at: Date
}

/**
 * Where the evaluation of a matter stands in its current round. A round begins when the matter goes back to be
 * handled again after it had been checked; the first is 1.
 */
export type Round = {
  readonly round: number
  readonly verdict: Verdict | null
  /** Call-backs of this round. */
  readonly calls: readonly { readonly reached: boolean; readonly solved: boolean | null }[]
  /** How often the reporter reopened the matter so far, in all rounds. */
  readonly reopenings: number
}

/**
 * Why a due matter is not counted, beside the reasons of exclusion that the county's rule names: withdrawn by its
 * reporter, hung up 挂账, no reply wanted, or a clock that was never started (imported history).
 */
export const outReasons = ['withdrawn', 'suspended', 'replyNotWanted', 'noClock'] as const

/**
 * How a due matter stands to one indicator. `tried`: nobody was reached in time, which is no real contact;
 * `noAnswer`: asked without an answer, which is neither good nor bad (domain.md 2.5, trap 17); `open`: not asked yet,
 * or the limit still runs.
 */
export const marks = ['good', 'bad', 'tried', 'noAnswer', 'open'] as const
export type Mark = (typeof marks)[number]

const Count = Type.Integer({ minimum: 0 })
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

/** How many matters an indicator leaves out, and for which reason. */
export const OutCount = Type.Object({ reason: Type.String(), count: Count })

/** One rate as the public sees it. */
export const Rate = Type.Object({
  /** Null with `tooFew`. */
  numerator: Maybe(Count),
  denominator: Maybe(Count),
  /** Between 0 and 1; null where nothing is counted, or too few for display. */
  value: Maybe(Type.Number({ minimum: 0, maximum: 1 })),
  /** True: fewer answers than the rule `count.ratingsForDisplay` asks for. */
  tooFew: Type.Boolean(),
  /**
   * Tried, and nobody was reached or answered. Solution and satisfaction leave these out above and below the line;
   * response asks for real contact and counts them as not responded.
   */
  noAnswer: Count,
  /** Not asked yet, or the contact limit still runs. */
  open: Count,
  excluded: Type.Array(OutCount),
  /** The rules it was counted by. */
  rules: Type.Array(Type.String()),
})
export type Rate = Static<typeof Rate>

/** The three rates of one office, or of the whole county. */
export const Rates = Type.Object({
  /** Requests whose limit fell into the period 应结. */
  due: Count,
  response: Rate,
  solution: Rate,
  satisfaction: Rate,
  /** Closed although the resident said it is not solved. */
  closedAgainst: Count,
  /** Received in the period without a clock, so never due: imported history. Not part of `due`. */
  withoutClock: Count,
})
export type Rates = Static<typeof Rates>

const MatterRef = { matter: Id, number: Type.String() }

/** One rate with every matter behind it. */
export const ListedRate = Type.Object({
  ...Rate.properties,
  counted: Type.Array(Type.Object({ ...MatterRef, good: Type.Boolean() })),
  left: Type.Array(
    Type.Object({
      ...MatterRef,
      reason: Type.String(),
      approver: Maybe(
        Type.String({ description: 'office that approved it, where it needs approval' }),
      ),
    }),
  ),
})
export type ListedRate = Static<typeof ListedRate>
