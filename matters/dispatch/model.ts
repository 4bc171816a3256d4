import { type Static, Type } from 'typebox'
import { timeUnits } from '#foundation/time.ts'
import { Id } from '#matters/matter/model.ts'

const words = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values] }))
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

/** 主办单位, which the resident deals with alone, or 协办单位 (首接负责制; Beijing 接诉即办 law art. 14). */
export const roles = ['lead', 'assisting'] as const
export type Role = (typeof roles)[number]

/**
 * Kinds of items of a township's list (domain.md 5.3): its own 基本履职, those it only cooperates in 配合履职, and those
 * upper departments took back 上级部门收回.
 */
export const townshipKinds = ['basic', 'cooperating', 'takenBack'] as const
export type TownshipKind = (typeof townshipKinds)[number]
export const TownshipKindWord = words(townshipKinds)

/** Why something cannot be done now (domain.md 1.6): engineering work 工程类, the season 季节性, another reason. */
export const suspensionKinds = ['engineering', 'seasonal', 'other'] as const
export type SuspensionKind = (typeof suspensionKinds)[number]
export const SuspensionKindWord = words(suspensionKinds)

export const objectionDecisions = ['upheld', 'rejected'] as const
export const ObjectionDecision = words(objectionDecisions)
export const extensionDecisions = ['granted', 'refused'] as const
export const ExtensionDecision = words(extensionDecisions)

/** Shortest reason, in letters, figures or characters: what is shorter explains nothing to anybody. */
export const reasonLengthMin = 10
export const reasonLengthMax = 2000

export const Reason = Type.String({ minLength: 1, maxLength: reasonLengthMax })
export const Day = Type.String({ format: 'date', maxLength: 10 })
const Moment = Type.String({ format: 'date-time' })
const DivisionCode = Type.String({ minLength: 1, maxLength: 40 })
export const CategoryCode = Type.String({ minLength: 1, maxLength: 40 })

/** A limit an item sets; counted from acceptance, like the limit it takes the place of. */
export const ItemLimit = Type.Object({
  unit: words(timeUnits),
  amount: Type.Number({ exclusiveMinimum: 0, maximum: 10_000 }),
})
export type ItemLimit = Static<typeof ItemLimit>

/** One item of the duty list 职责清单: who is responsible for a category in a place, by which law. */
export const DutyItem = Type.Object({
  id: Type.String({
    minLength: 1,
    maxLength: 40,
    pattern: '^\\S(.*\\S)?$',
    description: 'The county’s number of the item.',
  }),
  item: Type.String({ minLength: 1, maxLength: 200 }),
  category: CategoryCode,
  division: Maybe(DivisionCode),
  lead: Id,
  assisting: Type.Array(Id, { maxItems: 20, uniqueItems: true }),
  legalBasis: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  limit: Maybe(ItemLimit),
  validFrom: Day,
  validTo: Maybe(Day),
  note: Type.String({ maxLength: 500 }),
})
export type DutyItem = Static<typeof DutyItem>

/** One item of a township's or community's list 履职清单. */
export const TownshipItem = Type.Object({
  division: DivisionCode,
  item: Type.String({ minLength: 1, maxLength: 200 }),
  category: Maybe(CategoryCode),
  kind: TownshipKindWord,
  department: Maybe(Id),
  departmentDuty: Type.String({ maxLength: 1000 }),
  townshipDuty: Type.String({ maxLength: 1000 }),
  legalBasis: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  validFrom: Day,
  validTo: Maybe(Day),
})
export type TownshipItem = Static<typeof TownshipItem>

const NamedOffice = Type.Object({ id: Id, name: Type.String() })

/** A duty item with the names people read. */
export const DutyItemView = Type.Object({
  ...DutyItem.properties,
  leadName: Type.String(),
  assistingOffices: Type.Array(NamedOffice),
})
export type DutyItemView = Static<typeof DutyItemView>

export const TownshipItemView = Type.Object({
  ...TownshipItem.properties,
  departmentName: Maybe(Type.String()),
})
export type TownshipItemView = Static<typeof TownshipItemView>

/**
 * What the lists say about a category in a place: who answers for it, best first, and what must not go to the
 * township.
 */
export const OfficeSuggestion = Type.Object({
  items: Type.Array(DutyItemView),
  warnings: Type.Array(TownshipItemView),
})
export type OfficeSuggestion = Static<typeof OfficeSuggestion>

/** What has been asked, decided and put off about one matter, for the officers who work on it. */
export const DispatchHistory = Type.Object({
  assignments: Type.Array(
    Type.Object({
      round: Type.Integer(),
      office: Id,
      role: words(roles),
      item: Maybe(Type.String()),
      basis: Type.String(),
      dispatchedAt: Moment,
      signDue: Moment,
      returnedAt: Maybe(Moment),
    }),
  ),
  consultations: Type.Array(
    Type.Object({
      id: Id,
      question: Type.String(),
      offices: Type.Array(Id),
      askedAt: Moment,
      opinions: Type.Array(
        Type.Object({
          office: Id,
          opinion: Type.String(),
          own: Type.Optional(
            Type.Literal(true, { description: 'the office wrote it down itself' }),
          ),
        }),
      ),
      conclusion: Maybe(Type.String()),
      concludedAt: Maybe(Moment),
    }),
  ),
  objections: Type.Array(
    Type.Object({
      id: Id,
      round: Type.Integer(),
      office: Id,
      reason: Type.String(),
      wantedOffice: Maybe(Id),
      askedAt: Moment,
      decision: Maybe(ObjectionDecision),
      decisionReason: Maybe(Type.String()),
      decidedAt: Maybe(Moment),
    }),
  ),
  extensions: Type.Array(
    Type.Object({
      id: Id,
      reason: Type.String(),
      unit: words(timeUnits),
      amount: Type.Number(),
      askedAt: Moment,
      decision: Maybe(ExtensionDecision),
      decisionReason: Maybe(Type.String()),
      grantedAmount: Maybe(Type.Number()),
      dueBefore: Moment,
      dueAfter: Maybe(Moment),
      decidedAt: Maybe(Moment),
    }),
  ),
  suspensions: Type.Array(
    Type.Object({
      id: Id,
      kind: SuspensionKindWord,
      reason: Type.String(),
      startedAt: Moment,
      wakeOn: Day,
      wokenAt: Maybe(Moment),
    }),
  ),
})
export type DispatchHistory = Static<typeof DispatchHistory>
