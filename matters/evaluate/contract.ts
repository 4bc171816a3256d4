import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { ActAnswer, actEnvelope, Id } from '#matters/matter/model.ts'
import { CallAdvice, CheckResult, Grade, Indicator, ListedRate, Rates } from './model.ts'

const strict = { additionalProperties: false }
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const Moment = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })
const words = Type.String({ maxLength: 2000 })
const files = Type.Optional(
  Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { maxItems: 9, uniqueItems: true }),
)

export const check = command({
  name: 'evaluate.check',
  path: '/matters/:matter/check',
  audience: 'officer',
  input: Type.Object(
    { ...actEnvelope, result: CheckResult, note: Type.Optional(words), files },
    strict,
  ),
  output: ActAnswer,
  summary: 'Check 核查 what was fed back: passed, failed and back to the same office, or unclear.',
})

export const callBack = command({
  name: 'evaluate.callBack',
  path: '/matters/:matter/call-back',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      reached: Type.Boolean(),
      solved: Type.Optional(Maybe(Type.Boolean())),
      grade: Type.Optional(Maybe(Grade)),
      words: Type.Optional(words),
    },
    strict,
  ),
  output: Type.Object({ ...ActAnswer.properties, advice: CallAdvice }),
  summary: 'Record a call-back 回访: nobody reached is its own value; the advice is only advice.',
})

export const rate = command({
  name: 'evaluate.rate',
  path: '/matters/:matter/rate',
  audience: 'resident',
  input: Type.Object(
    {
      ...actEnvelope,
      solved: Type.Optional(Maybe(Type.Boolean())),
      grade: Type.Optional(Maybe(Grade)),
      words: Type.Optional(words),
      publish: Type.Optional(
        Type.Boolean({ description: 'others may read it, with personal data masked' }),
      ),
    },
    strict,
  ),
  output: ActAnswer,
  summary: 'Judge the result: solved or not, a grade, words. Voluntary; once per round.',
})

export const rework = command({
  name: 'evaluate.rework',
  path: '/matters/:matter/rework',
  audience: 'officer',
  input: Type.Object({ ...actEnvelope, reason: words }, strict),
  output: ActAnswer,
  summary: 'Send a checked matter back to the same office for rework 返工, with a reason.',
})

export const close = command({
  name: 'evaluate.close',
  path: '/matters/:matter/close',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      because: Type.Optional(
        Type.String({ maxLength: 200, description: 'ground for closing over “not solved”' }),
      ),
      words: Type.Optional(words),
    },
    strict,
  ),
  output: ActAnswer,
  summary: 'Close 结案 what was checked, once the resident has been heard.',
})

export const reopen = command({
  name: 'evaluate.reopen',
  path: '/matters/:matter/reopen',
  audience: 'resident',
  input: Type.Object({ ...actEnvelope, reason: words, newFacts: Type.Optional(words) }, strict),
  output: ActAnswer,
  summary: 'Open a closed matter again because it is not solved.',
})

export const archive = command({
  name: 'evaluate.archive',
  path: '/matters/:matter/archive',
  audience: 'officer',
  input: Type.Object({ ...actEnvelope }, strict),
  output: ActAnswer,
  summary: 'Archive 归档 what nobody can reopen any more.',
})

export const exclude = command({
  name: 'evaluate.exclude',
  path: '/matters/:matter/exclude',
  audience: 'officer',
  input: Type.Object(
    {
      ...actEnvelope,
      indicators: Type.Array(Indicator, { minItems: 1, maxItems: 3, uniqueItems: true }),
      reason: Type.String({ maxLength: 200, description: 'one of the rule list.exclusionReasons' }),
      words,
      askedBy: Type.Optional(Id),
    },
    strict,
  ),
  output: ActAnswer,
  summary: 'Approve leaving a matter out of indicators 剔除; public in number, with the reason.',
})

export const CheckView = Type.Object({
  seq: Type.Integer(),
  round: Type.Integer(),
  result: CheckResult,
  note: Type.String(),
  office: Maybe(Type.String()),
  at: Moment,
})

export const CallView = Type.Object({
  seq: Type.Integer(),
  round: Type.Integer(),
  reached: Type.Boolean(),
  solved: Maybe(Type.Boolean()),
  grade: Maybe(Grade),
  words: Type.String(),
  outsideHours: Type.Boolean(),
  office: Maybe(Type.String()),
  at: Moment,
})

export const VerdictView = Type.Object({
  round: Type.Integer(),
  solved: Maybe(Type.Boolean()),
  grade: Maybe(Grade),
  words: Type.String(),
  source: Type.Unsafe<'resident' | 'callBack'>(Type.String({ enum: ['resident', 'callBack'] })),
  published: Type.Boolean(),
  at: Moment,
  correctedAt: Maybe(Moment),
})

export const ExclusionView = Type.Object({
  indicator: Indicator,
  reason: Type.String(),
  words: Type.String(),
  askedBy: Maybe(Type.String()),
  approver: Maybe(Type.String()),
  at: Moment,
})

export const readEvaluation = query({
  name: 'evaluate.read',
  path: '/matters/:matter/evaluation',
  audience: 'public',
  input: Type.Object({ matter: Id }, strict),
  output: Type.Object({
    round: Type.Integer({ minimum: 1 }),
    /** Tries left in this round; 0 once the resident was reached. */
    callsLeft: Type.Integer({ minimum: 0 }),
    /** Last day on which the reporter may rate or reopen; null while that is not limited or not possible. */
    rateUntil: Maybe(Day),
    reopenUntil: Maybe(Day),
    verdicts: Type.Array(VerdictView),
    /** Offices only. */
    checks: Type.Array(CheckView),
    calls: Type.Array(CallView),
    exclusions: Type.Array(ExclusionView),
  }),
  summary: 'Checks, call-backs, verdicts of a matter; the public sees published verdicts only.',
})

const period = { from: Day, to: Day }

export const countyRates = query({
  name: 'evaluate.countyRates',
  path: '/counties/:county/rates',
  audience: 'public',
  input: Type.Object(
    { county: Type.Integer({ minimum: 1 }), ...period, office: Type.Optional(Id) },
    strict,
  ),
  output: Type.Object({
    ...period,
    ratingsMin: Type.Integer(),
    total: Rates,
    offices: Type.Array(
      Type.Object({
        office: Maybe(Id),
        officeName: Maybe(
          Type.String({ description: 'null with office: not given to one when it fell due' }),
        ),
        rates: Rates,
      }),
    ),
  }),
  summary:
    'The three rates 三率 of a period by lead office, with what was left out and why, in numbers.',
})

export const officeRates = query({
  name: 'evaluate.officeRates',
  path: '/offices/:office/rates',
  audience: 'officer',
  input: Type.Object({ office: Id, ...period }, strict),
  output: Type.Object({
    ...period,
    office: Id,
    officeName: Maybe(Type.String()),
    due: Type.Integer(),
    closedAgainst: Type.Integer(),
    withoutClock: Type.Integer(),
    response: ListedRate,
    solution: ListedRate,
    satisfaction: ListedRate,
  }),
  summary: 'The three rates of an office with every matter counted or left out.',
})
