import { en } from '#database/rules/en.ts'
import { zh } from '#database/rules/zh-CN.ts'
import { type Catalogue, findText, type Language } from '#foundation/languages.ts'
import type { RuleValue } from '#foundation/rules-with-citations.ts'
import type { Remaining } from '#foundation/time-limits.ts'
import { sayAmount } from '#foundation/time-words.ts'
import { words } from './words.ts'

/** "08:30" of minutes since local midnight. */
export function sayClock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** A rule's name in the reader's language; its id where the county has made one of its own. */
export function sayRuleName(id: string, language: Language): string {
  return findText(language === 'en' ? en : zh, id) ?? id
}

function idsIn(catalogue: Catalogue, before: string): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : idsIn(value, `${before}${key}.`),
  )
}

const inOrder = new Map(idsIn(zh, '').map((id, index) => [id, index] as const))

/** Sorts rules as the work meets them, which is how the catalogue names them; a county's own come last. */
export function ruleRank(id: string): number {
  return inOrder.get(id) ?? inOrder.size
}

/** What a rule rests on: law, standard, a source at second hand, the county's own decision. */
export function saySource(source: string, language: Language): string {
  return findText(language === 'en' ? en : zh, `sources.${source}`) ?? source
}

/** An item of a list rule: a kind of post, a grade, a ground, a reason; itself where it is none of them. */
function sayItem(item: string, language: Language): string {
  const { people, evaluate } = words[language]
  const tables: readonly Readonly<Record<string, string>>[] = [
    people.postKinds,
    evaluate.grade,
    evaluate.closeGround,
    evaluate.exclusionReason,
  ]
  return tables.find((table) => Object.hasOwn(table, item))?.[item] ?? item
}

/** A rule's value as people say it. */
export function sayRuleValue(value: RuleValue, language: Language): string {
  const amount = (count: number, unit: Remaining['unit']) => sayAmount(count, unit, language)
  const comma = language === 'en' ? ', ' : '、'
  switch (value.kind) {
    case 'limit':
      return amount(value.limit.amount, value.limit.unit)
    case 'minutes':
      return amount(value.minutes, 'minute')
    case 'hours':
      return amount(value.hours, 'urgentHour')
    case 'days':
      return amount(value.days, 'naturalDay')
    case 'count':
      return new Intl.NumberFormat(language).format(value.count)
    case 'share':
      return new Intl.NumberFormat(language, { style: 'percent' }).format(value.share)
    case 'officeHours':
    case 'windows':
      return value.spans.map(([from, to]) => `${sayClock(from)}–${sayClock(to)}`).join(comma)
    case 'list': {
      const items = value.items.map((item) => sayItem(item, language))
      // Items that are sentences of their own need a stronger stop between them.
      const stop = language === 'en' ? '; ' : '；'
      return items.join(items.some((item) => /[,，、]/.test(item)) ? stop : comma)
    }
  }
}
