import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { RuleValue, ruleSources } from '#foundation/rules-with-citations.ts'

const strict = { additionalProperties: false }
const County = Type.Integer({ minimum: 1 })
const Day = Type.String({ format: 'date', maxLength: 10 })
const words = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values] }))

/** One version of a rule, with what it rests on. */
export const RuleVersion = Type.Object({
  id: Type.String(),
  validFrom: Type.String(),
  validTo: Type.Union([Type.String(), Type.Null()], {
    description: 'First day it no longer holds; null while nothing follows.',
  }),
  value: Type.Unknown(),
  citation: Type.String(),
  source: Type.String({ description: 'law, standard, secondary or county' }),
  note: Type.String(),
})

/** The rules a county works by, each with what it rests on; public, because every figure can say which rule made it. */
export const listRules = query({
  name: 'app.rules',
  path: '/counties/:county/rules',
  audience: 'public',
  input: Type.Object({ county: County }, strict),
  output: Type.Array(RuleVersion),
  summary: 'Limits, windows and counts in force today, with citation and source.',
})

export const listRuleVersions = query({
  name: 'app.ruleVersions',
  path: '/counties/:county/rule-versions',
  audience: 'public',
  input: Type.Object({ county: County }, strict),
  output: Type.Array(RuleVersion),
  summary: 'Every version of every rule: what once held, what holds, what will hold.',
})

export const changeRule = command({
  name: 'app.changeRule',
  path: '/rules',
  audience: 'officer',
  input: Type.Object(
    {
      actId: Type.Optional(Type.String({ format: 'uuid' })),
      id: Type.String({ minLength: 1, maxLength: 80 }),
      value: RuleValue,
      citation: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
      source: words(ruleSources),
      note: Type.Optional(Type.String({ maxLength: 2000 })),
      from: Day,
    },
    strict,
  ),
  output: Type.Object({ id: Type.String(), validFrom: Day }),
  summary: 'Leader or system administrator: gives a rule a new version from a day on.',
})

const HolidayKind = words(['off', 'work'])
const holiday = {
  day: Day,
  kind: HolidayKind,
  name: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
  citation: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
}

export const listHolidays = query({
  name: 'app.holidays',
  path: '/counties/:county/holidays',
  audience: 'public',
  input: Type.Object(
    { county: County, year: Type.Integer({ minimum: 1900, maximum: 2200 }) },
    strict,
  ),
  output: Type.Object({
    days: Type.Array(
      Type.Object({
        ...holiday,
        region: Type.String({ description: 'CN for the mainland, else a division code' }),
      }),
    ),
    known: Type.Boolean({ description: 'The national notice of that year has been entered.' }),
  }),
  summary: 'Days of a year that differ from their weekday: holidays and make-up workdays.',
})

export const putHolidays = command({
  name: 'app.putHolidays',
  path: '/holidays',
  audience: 'officer',
  input: Type.Object(
    {
      actId: Type.Optional(Type.String({ format: 'uuid' })),
      region: words(['nation', 'county']),
      days: Type.Array(Type.Object(holiday, strict), { minItems: 1, maxItems: 60 }),
    },
    strict,
  ),
  output: Type.Object({ changed: Type.Integer() }),
  summary: 'Leader or system administrator: enters or corrects days of the calendar to come.',
})
