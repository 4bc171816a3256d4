import { fill, type Language } from '../languages.ts'
import type { Remaining } from '../time-limits.ts'
import * as timeWords from '../time-words.ts'
import { screenWords } from './words.ts'

/** All counties live by Beijing time (UTC+8, no summer time); a screen says all moments in it. */
const zone = 'Asia/Shanghai'

/** "11 月 28 日 17:30". The year is said when it is not the year of `now`, or when no `now` is told. */
export function sayMoment(at: Date | string, language: Language, now?: Date | string): string {
  return timeWords.sayMoment(new Date(at), language, zone, now === undefined ? now : new Date(now))
}

const dayFormat = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', dayOptions('numeric')),
  en: new Intl.DateTimeFormat('en-GB', dayOptions('short')),
}

function dayOptions(month: 'numeric' | 'short'): Intl.DateTimeFormatOptions {
  return { timeZone: zone, year: 'numeric', month, day: 'numeric', weekday: 'short' }
}

function partsOf(at: Date | string, language: Language): Record<string, string> {
  const parts: Record<string, string> = {}
  for (const { type, value } of dayFormat[language].formatToParts(momentOfDay(at))) {
    // Chinese parts carry their unit as a literal, except the month of some ICU versions ('11月').
    if (type !== 'literal')
      parts[type] = type === 'weekday' ? value : value.replace(/[年月日]$/, '')
  }
  return parts
}

function momentOfDay(at: Date | string): Date {
  // Noon in China, so that the day is the same day in the county whatever the server's zone.
  return typeof at === 'string' && at.length === 10
    ? new Date(`${at}T12:00:00+08:00`)
    : new Date(at)
}

/**
 * "11 月 28 日", with the year as in `sayMoment`.
 * @param at a moment, or a day 'YYYY-MM-DD' of the county's calendar
 */
export function sayDay(at: Date | string, language: Language, now?: Date | string): string {
  const parts = partsOf(at, language)
  const sameYear = now !== undefined && partsOf(now, language).year === parts.year
  const { day, dayYear } = screenWords[language].time
  return fill(sameYear ? day : dayYear, parts)
}

/** "11 月 28 日（周六）". */
export function sayWeekday(at: Date | string, language: Language, now?: Date | string): string {
  const { weekday = '' } = partsOf(at, language)
  return fill(screenWords[language].time.weekday, { day: sayDay(at, language, now), weekday })
}

export type AmountUnit = Remaining['unit']

/** "1 个工作日", "3 working days". */
export function sayAmount(amount: number, unit: AmountUnit, language: Language): string {
  return timeWords.sayAmount(amount, unit, language)
}

/** "还剩 1 个工作日" or, below zero, "已超 2 小时". */
export function sayRemaining(amount: number, unit: AmountUnit, language: Language): string {
  return timeWords.sayRemaining({ late: amount < 0, amount: Math.abs(amount), unit }, language)
}
