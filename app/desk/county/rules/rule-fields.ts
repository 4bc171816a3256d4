import type { RuleValue } from '#foundation/rules-with-citations.ts'
import type { TimeUnit } from '#foundation/time.ts'
import { sayClock } from '../../../say-rule.ts'

/** A rule's value as its fields hold it: a number, its unit, times of day, lines. Only those of its kind are used. */
export type RuleFields = {
  readonly amount: string
  readonly unit: TimeUnit
  readonly text: string
}

const blank: RuleFields = { amount: '', unit: 'workingDay', text: '' }

/** @param nameOf how an item of a list is shown, such as the name of a post */
export function fieldsOf(value: RuleValue, nameOf: (item: string) => string): RuleFields {
  switch (value.kind) {
    case 'limit':
      return { ...blank, amount: String(value.limit.amount), unit: value.limit.unit }
    case 'share':
      return { ...blank, amount: String(Number((value.share * 100).toFixed(4))) }
    case 'officeHours':
    case 'windows':
      return {
        ...blank,
        text: value.spans.map(([from, to]) => `${sayClock(from)}-${sayClock(to)}`).join('，'),
      }
    case 'list':
      return { ...blank, text: value.items.map(nameOf).join('\n') }
    case 'minutes':
      return { ...blank, amount: String(value.minutes) }
    case 'hours':
      return { ...blank, amount: String(value.hours) }
    case 'days':
      return { ...blank, amount: String(value.days) }
    case 'count':
      return { ...blank, amount: String(value.count) }
  }
}

function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

const spanPattern = /^(\d{1,2}):(\d{2})\s*[-–—~至]\s*(\d{1,2}):(\d{2})$/

function readSpans(text: string): [number, number][] | null {
  const spans: [number, number][] = []
  // Full-width colons and digits become plain ones.
  for (const part of text.normalize('NFKC').split(/[,、;\n]/)) {
    if (part.trim() === '') continue
    const found = spanPattern.exec(part.trim())
    if (!found) return null
    const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = found.slice(1).map(Number)
    if (m1 > 59 || m2 > 59) return null
    spans.push([h1 * 60 + m1, h2 * 60 + m2])
  }
  return spans.length > 0 ? spans : null
}

/**
 * The value of that kind that the fields say, or null when they cannot be read. What can be read may still be refused
 * by the server (out of order, too large).
 * @param before the version it takes the place of: what has no field (`ends` of a limit) stays as it was
 * @param codeOf the code of an item as it is shown
 */
export function readValue(
  before: RuleValue,
  { amount, unit, text }: RuleFields,
  codeOf: (shown: string) => string,
): RuleValue | null {
  const { kind } = before
  if (kind === 'officeHours' || kind === 'windows') {
    const spans = readSpans(text)
    return spans && { kind, spans }
  }
  if (kind === 'list') {
    const items = text.split('\n').flatMap((line) => (line.trim() ? [codeOf(line.trim())] : []))
    return { kind, items }
  }
  const number = readNumber(amount)
  if (number === null) return null
  switch (kind) {
    case 'limit':
      return { kind, limit: { ...before.limit, unit, amount: number } }
    case 'share':
      return { kind, share: Number((number / 100).toFixed(6)) }
    case 'minutes':
      return { kind, minutes: number }
    case 'hours':
      return { kind, hours: number }
    case 'days':
      return { kind, days: number }
    case 'count':
      return { kind, count: number }
  }
}
