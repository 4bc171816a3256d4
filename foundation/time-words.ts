import type { Limit } from './calendar.ts'
import { en } from './en.ts'
import { fill, type Language } from './languages.ts'
import { millisecondsOfDay } from './time.ts'
import type { Remaining } from './time-limits.ts'
import { localTimeAt } from './time-zone.ts'
import { zh } from './zh-CN.ts'

const words = { 'zh-CN': zh, en } as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "3 个工作日", "1 working day". */
export function sayAmount(amount: number, unit: Remaining['unit'], language: Language): string {
  const form = language === 'en' && amount === 1 ? 'one' : 'other'
  return fill(words[language].amounts[unit][form], { n: amount })
}

/** A limit as it is promised: "5 个工作日", "2 hours". */
export function sayLimit({ amount, unit }: Limit, language: Language): string {
  return sayAmount(amount, unit, language)
}

/** "还剩 1 个工作日", "已超 3 小时"; "3 hours over". */
export function sayRemaining({ late, amount, unit }: Remaining, language: Language): string {
  const { left, over, leftLittle, overLittle, overOutOfHours } = words[language].remaining
  if (amount > 0) return fill(late ? over : left, { amount: sayAmount(amount, unit, language) })
  if (!late) return leftLittle
  // No working time has passed since, but a night or a weekend may have.
  return unit === 'workingMinute' ? overOutOfHours : overLittle
}

type LocalMoment = { year: number; month: number; day: number; clock: string }

function localMoment(local: number): LocalMoment {
  const wall = new Date(local)
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    clock: `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`,
  }
}

function say(moment: LocalMoment, language: Language, now: LocalMoment | undefined): string {
  const { sameYear, otherYear } = words[language].moments
  const month = language === 'en' ? (months[moment.month - 1] ?? '') : moment.month
  return fill(now?.year === moment.year ? sameYear : otherYear, { ...moment, month })
}

/**
 * A moment as people of that place say it: "11 月 28 日 17:30", "28 Nov, 17:30"; digits of the clock stand in two places.
 * The year is left out when it is the year of `now`.
 */
export function sayMoment(moment: Date, language: Language, timeZone: string, now?: Date): string {
  const local = (at: Date) => localMoment(localTimeAt(at.getTime(), timeZone))
  return say(local(moment), language, now && local(now))
}

/** A due moment, as `sayMoment`; the end of a day is 24:00 of that day, not 00:00 of the next. */
export function sayDue(due: Date, language: Language, timeZone: string, now?: Date): string {
  const local = localTimeAt(due.getTime(), timeZone)
  const ended = local % millisecondsOfDay === 0
  const moment = ended
    ? { ...localMoment(local - millisecondsOfDay), clock: '24:00' }
    : localMoment(local)
  return say(moment, language, now && localMoment(localTimeAt(now.getTime(), timeZone)))
}
