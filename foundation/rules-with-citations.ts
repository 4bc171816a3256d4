import { type Static, Type } from 'typebox'
import { Limit, type OfficeHours, whatIsWrongWithHours } from './calendar.ts'
import { type Refusal, Refused, refuse } from './refusal.ts'
import { type Day, isDay } from './time.ts'
import { whyNotValid } from './validation.ts'

const spans = Type.Array(
  Type.Tuple([
    Type.Integer({ minimum: 0, maximum: 1440 }),
    Type.Integer({ minimum: 0, maximum: 1440 }),
  ]),
  { minItems: 1, maxItems: 12 },
)

/** What a rule says, with its unit in the name. Minutes of the day count from local midnight. */
export const RuleValue = Type.Union([
  Type.Object({ kind: Type.Literal('limit'), limit: Limit }),
  Type.Object({
    kind: Type.Literal('minutes'),
    minutes: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  }),
  Type.Object({
    kind: Type.Literal('hours'),
    hours: Type.Number({ minimum: 0, maximum: 100_000 }),
  }),
  Type.Object({ kind: Type.Literal('days'), days: Type.Integer({ minimum: 0, maximum: 100_000 }) }),
  Type.Object({
    kind: Type.Literal('count'),
    count: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  }),
  Type.Object({ kind: Type.Literal('share'), share: Type.Number({ minimum: 0, maximum: 1 }) }),
  Type.Object({ kind: Type.Literal('officeHours'), spans }),
  Type.Object({ kind: Type.Literal('windows'), spans }),
  Type.Object({
    kind: Type.Literal('list'),
    items: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 200 }),
  }),
])
export type RuleValue = Static<typeof RuleValue>

/**
 * What stands behind a rule: a law read as text, a standard, a source at second hand (to be checked), or nothing but
 * the county's own decision. The reader is told which, because most limits of this work are local (domain §1.5, §10).
 */
export const ruleSources = ['law', 'standard', 'secondary', 'county'] as const
export type RuleSource = (typeof ruleSources)[number]

/** One version of one rule of one county; it holds from `validFrom` up to, not on, `validTo`. */
export type Rule = {
  readonly id: string
  readonly validFrom: Day
  readonly validTo: Day | null
  readonly value: RuleValue
  /** The article, standard or decision it rests on, in Chinese. */
  readonly citation: string
  readonly source: RuleSource
  /** What should be known about it: what is law in it and what is choice. */
  readonly note: string
}

/** A rule before it is given to a county. */
export type RuleText = Omit<Rule, 'validFrom' | 'validTo'>

/** The rules of one county, every version of each. */
export type RuleBook = ReadonlyMap<string, readonly Rule[]>

/** Puts versions together by id. */
export function ruleBook(rules: Iterable<Rule>): RuleBook {
  const book = new Map<string, Rule[]>()
  for (const rule of rules) {
    const versions = book.get(rule.id)
    if (versions) versions.push(rule)
    else book.set(rule.id, [rule])
  }
  return book
}

/** The version that holds on a day, or null. */
export function findRule(book: RuleBook, id: string, day: Day): Rule | null {
  // Days are written so that their texts sort as they follow each other.
  const holds = ({ validFrom, validTo }: Rule) =>
    validFrom <= day && (validTo === null || day < validTo)
  return book.get(id)?.find(holds) ?? null
}

/** The version that holds on a day. @throws Refused `foundation.ruleMissing` when the county has none */
export function ruleOn(book: RuleBook, id: string, day: Day): Rule {
  const rule = findRule(book, id, day)
  if (!rule)
    throw new Refused(refuse('foundation.ruleMissing', 'conflict', { values: { rule: id, day } }))
  return rule
}

type ValueOf<K extends RuleValue['kind']> = Extract<RuleValue, { kind: K }>

/** @throws Error when the rule is of another kind: `whyNotRule` lets no such version be set, so it is a defect. */
function valueOn<K extends RuleValue['kind']>(
  book: RuleBook,
  id: string,
  day: Day,
  kind: K,
): ValueOf<K> {
  const { value } = ruleOn(book, id, day)
  if (value.kind !== kind) throw new Error(`rule ${id} is a ${value.kind}, asked for as ${kind}`)
  return value as ValueOf<K>
}

/** The limit a rule sets. Errors of this and the following: as `ruleOn`. */
export function limitOn(book: RuleBook, id: string, day: Day): Limit {
  return valueOn(book, id, day, 'limit').limit
}

/** Minutes of a continuous clock. */
export function minutesOn(book: RuleBook, id: string, day: Day): number {
  return valueOn(book, id, day, 'minutes').minutes
}

/** Hours of a continuous clock. */
export function hoursOn(book: RuleBook, id: string, day: Day): number {
  return valueOn(book, id, day, 'hours').hours
}

/** Calendar days. */
export function daysOn(book: RuleBook, id: string, day: Day): number {
  return valueOn(book, id, day, 'days').days
}

/** A whole number of things: tries, failures, bytes. */
export function countOn(book: RuleBook, id: string, day: Day): number {
  return valueOn(book, id, day, 'count').count
}

/** A share between 0 and 1. */
export function shareOn(book: RuleBook, id: string, day: Day): number {
  return valueOn(book, id, day, 'share').share
}

/** Office hours as the calendar wants them. */
export function officeHoursOn(book: RuleBook, id: string, day: Day): OfficeHours {
  return valueOn(book, id, day, 'officeHours').spans as OfficeHours
}

/** Spans of the day in which something may be done, such as ringing a resident. */
export function windowsOn(book: RuleBook, id: string, day: Day): OfficeHours {
  return valueOn(book, id, day, 'windows').spans as OfficeHours
}

/** Words chosen by the county: codes, kinds of file. */
export function listOn(book: RuleBook, id: string, day: Day): readonly string[] {
  return valueOn(book, id, day, 'list').items
}

/**
 * The least days a law leaves a rule, with the law: a county may ask for more, never for less. Six months are at most
 * 184 days; the starter rule and the floor take them as 183.
 */
const legalFloors: Readonly<Record<string, { readonly days: number; readonly citation: string }>> =
  {
    'window.logsKept': { days: 183, citation: '《中华人民共和国网络安全法》第二十三条' },
  }

/** Why the law allows no such value, or null. */
function whyNotBelowLaw({ id, value }: Pick<RuleText, 'id' | 'value'>): Refusal | null {
  const floor = legalFloors[id]
  if (!floor || value.kind !== 'days' || value.days >= floor.days) return null
  return refuse('foundation.ruleBelowLaw', 'invalid', { field: 'value', values: floor })
}

const idPattern = /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/

/**
 * Why a new version of a rule may not begin on `from`, or null. Rules change for what comes, never for what was: `from`
 * is today or later (a changed limit acts on new matters only, domain §1.5), and the kind of value stays what it was.
 */
export function whyNotRule(book: RuleBook, rule: RuleText, from: Day, today: Day): Refusal | null {
  const { id, value, citation, note } = rule
  if (!idPattern.test(id) || id.length > 80) return invalid('id')
  const wrong = whyNotValid(RuleValue, value)
  if (wrong) return invalid('value')
  if (!ruleSources.includes(rule.source)) return invalid('source')
  if (citation.trim() === '' || citation.length > 500) return invalid('citation')
  if (note.length > 2000) return invalid('note')
  if (value.kind === 'limit' && !isCountable(value.limit)) return invalid('value')
  if (
    (value.kind === 'officeHours' || value.kind === 'windows') &&
    whatIsWrongWithHours(value.spans as OfficeHours)
  )
    return refuse('foundation.officeHoursWrong', 'invalid', { field: 'value' })
  const below = whyNotBelowLaw(rule)
  if (below) return below
  if (!isDay(from)) return invalid('from')
  if (from < today)
    return refuse('foundation.ruleInPast', 'invalid', { field: 'from', values: { day: today } })
  const versions = book.get(id) ?? []
  const kind = versions[0]?.value.kind
  if (kind !== undefined && kind !== value.kind)
    return refuse('foundation.ruleOfOtherKind', 'invalid', { field: 'value', values: { rule: id } })
  if (versions.some(({ validFrom }) => validFrom === from))
    return refuse('foundation.ruleSameDay', 'conflict', {
      field: 'from',
      values: { rule: id, day: from },
    })
  return null
}

function invalid(field: string): Refusal {
  return refuse('foundation.fieldWrongType', 'invalid', { field, values: { field } })
}

/** Days are counted whole. */
function isCountable({ unit, amount }: Limit): boolean {
  return unit === 'urgentHour' || unit === 'workingHour' || Number.isInteger(amount)
}
