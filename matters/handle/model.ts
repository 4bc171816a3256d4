import { type Static, Type } from 'typebox'
import { Id } from '#matters/matter/model.ts'

const words = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values] }))
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const Moment = Type.String({ format: 'date-time' })

/** How the handler tried to reach the resident. */
export const contactWays = ['phone', 'visit', 'message'] as const
export type ContactWay = (typeof contactWays)[number]
export const ContactWayWord = words(contactWays)

/** What came of it, by the lead office’s own account: 已解决, 部分解决, 暂不能解决. Not yet the verdict of anybody else. */
export const outcomes = ['solved', 'partly', 'cannot'] as const
export type HandlingOutcome = (typeof outcomes)[number]
export const OutcomeWord = words(outcomes)

/** Shortest answer, in letters, figures or characters. */
export const replyLengthMin = 10
export const replyLengthMax = 5000

export const Reply = Type.String({ minLength: 1, maxLength: replyLengthMax })
export const Day = Type.String({ format: 'date', maxLength: 10 })
export const Files = Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), {
  maxItems: 9,
  uniqueItems: true,
})

/** What has been done about one matter, for the officers who work on it; oldest first. */
export const HandlingView = Type.Object({
  contacts: Type.Array(
    Type.Object({
      at: Moment,
      office: Id,
      how: ContactWayWord,
      reached: Type.Boolean(),
      note: Type.String(),
    }),
  ),
  answers: Type.Array(Type.Object({ at: Moment, office: Id, answer: Type.String() })),
  feedbacks: Type.Array(
    Type.Object({
      at: Moment,
      office: Id,
      outcome: OutcomeWord,
      reply: Type.String(),
      basis: Type.String(),
      nextStep: Type.String(),
      promisedDay: Maybe(Day),
      onSpot: Type.Boolean(),
    }),
  ),
})
export type HandlingView = Static<typeof HandlingView>
