import { fill, type Language } from '../languages.ts'
import { screenWords } from './words.ts'

/** All counties live by Beijing time (UTC+8, no summer time). */
const zone = 'Asia/Shanghai'

const partsFormat = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', partsOptions('numeric')),
  en: new Intl.DateTimeFormat('en-GB', partsOptions('short')),
}

function partsOptions(month: 'numeric' | 'short'): Intl.DateTimeFormatOptions {
  return {
    timeZone: zone,
    year: 'numeric',
    month,
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }
}

function partsOf(at: Date, language: Language): Record<string, string> {
  const parts: Record<string, string> = {}
  for (const { type, value } of partsFormat[language].formatToParts(at)) {
    // Chinese parts carry their unit as a literal, except the month of some ICU versions ('11月').
    if (type !== 'literal') parts[type] = value.replace(/[年月日]$/, '')
  }
  return { ...parts, clock: `${parts.hour}:${parts.minute}` }
}

/** "11 月 28 日 17:30". The year is said when it is not the year of `now`, or when no `now` is told. */
export function sayMoment(at: Date | string, language: Language, now?: Date | string): string {
  const parts = partsOf(new Date(at), language)
  const sameYear = now !== undefined && partsOf(new Date(now), language).year === parts.year
  const { moment, momentYear } = screenWords[language].time
  return fill(sameYear ? moment : momentYear, parts)
}

/**
 * "11 月 28 日", with the year as in `sayMoment`.
 * @param at a moment, or a day 'YYYY-MM-DD' of the county's calendar
 */
export function sayDay(at: Date | string, language: Language, now?: Date | string): string {
  const parts = partsOf(momentOfDay(at), language)
  const sameYear = now !== undefined && partsOf(momentOfDay(now), language).year === parts.year
  const { day, dayYear } = screenWords[language].time
  return fill(sameYear ? day : dayYear, parts)
}

/** "11 月 28 日（周六）". */
export function sayWeekday(at: Date | string, language: Language, now?: Date | string): string {
  const { weekday } = partsOf(momentOfDay(at), language)
  return fill(screenWords[language].time.weekday, {
    day: sayDay(at, language, now),
    weekday: weekday ?? '',
  })
}

function momentOfDay(at: Date | string): Date {
  // Noon in China, so that the day is the same day in the county whatever the server's zone.
  return typeof at === 'string' && at.length === 10
    ? new Date(`${at}T12:00:00+08:00`)
    : new Date(at)
}

export type AmountUnit = 'workingDay' | 'workingHour' | 'urgentHour' | 'naturalDay' | 'minute'

/** "1 个工作日", "3 working days". */
export function sayAmount(amount: number, unit: AmountUnit, language: Language): string {
  const form = new Intl.PluralRules(language).select(amount) === 'one' ? 'one' : 'other'
  const number = new Intl.NumberFormat(language).format(amount)
  return fill(screenWords[language].time[unit][form], { n: number })
}

/** "还剩 1 个工作日" or, below zero, "已超 2 小时". */
export function sayRemaining(amount: number, unit: AmountUnit, language: Language): string {
  const { left, over } = screenWords[language].time
  return fill(amount < 0 ? over : left, { amount: sayAmount(Math.abs(amount), unit, language) })
}
