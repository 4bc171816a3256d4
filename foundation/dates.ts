import { type Refusal, refuse } from './refusal.ts'
import { type Day, isDay } from './time.ts'
import { dayAt, isTimeZone, momentOfLocalTime } from './time-zone.ts'

/** Nothing this house deals with happened before or will happen after: such a date is a slip of the pen. */
export const firstDay = '1900-01-01' as Day
export const lastDay = '2200-12-31' as Day

type Parts = { year: number; month: number; date: number; clock: string }

// Year first, as the country writes: 2026-11-28, 2026/1/8, 2026.11.28, 2026年11月28日, 20261128.
const yearFirst =
  /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))(?=$|[ T])[ T]*(.*)$/
// Month first only where AM or PM shows whose habit it is: 12/25/2013 11:59:00 PM.
const monthFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) +(.*[AaPp][Mm])$/
const clockPattern =
  /^(\d{1,2})[:时](\d{1,2})(?:分|:(\d{2})(?:\.\d+)?)?(?:(\d{1,2})秒)? *([AaPp][Mm])?(Z|[+-]\d{2}:?\d{2})?$/

function partsOf(text: string): Parts | null {
  if (text.length > 64) return null
  const folded = text.normalize('NFKC').trim()
  const first = yearFirst.exec(folded)
  if (first) {
    const [, year, m1, d1, m2, d2, m3, d3, clock] = first
    return {
      year: Number(year),
      month: Number(m1 ?? m2 ?? m3),
      date: Number(d1 ?? d2 ?? d3),
      clock: clock ?? '',
    }
  }
  const last = monthFirst.exec(folded)
  if (!last) return null
  const [, month, date, year, clock] = last
  return { year: Number(year), month: Number(month), date: Number(date), clock: clock ?? '' }
}

function dayOf({ year, month, date }: Parts): Day | null {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${year}-${two(month)}-${two(date)}`
  return isDay(day) ? day : null
}

/** Milliseconds since midnight and the offset written behind, in milliseconds. */
function readClock(text: string): { time: number; offset: number | null } | null {
  const [whole, hours, minutes, colonSeconds, wordSeconds, half, zone] =
    clockPattern.exec(text) ?? []
  if (whole === undefined) return null
  let hour = Number(hours)
  const minute = Number(minutes)
  const second = Number(colonSeconds ?? wordSeconds ?? 0)
  if (half) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (/p/i.test(half) ? 12 : 0)
  }
  // A leap second is read as the last second it follows; 24:00 as the end of the day.
  const isEnd = hour === 24 && minute === 0 && second === 0
  if ((hour > 23 && !isEnd) || minute > 59 || second > 60) return null
  const time = ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000
  return { time, offset: zone === undefined ? null : readOffset(zone) }
}

function readOffset(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

/**
 * Reads a day as people and tables write it, year first (2026-11-28, 2026/11/28, 2026.11.28, 2026年11月28日,
 * 20261128), of any width; a time of day behind it is passed over. Null when the text is no day that exists. Not
 * bounded: see `whyNotDay`.
 */
export function parseDay(text: string): Day | null {
  const parts = partsOf(text)
  if (!parts || (parts.clock !== '' && !readClock(parts.clock))) return null
  return dayOf(parts)
}

/**
 * Reads a moment: a day as in `parseDay`, then a time (17:30, 17:30:05, 17时30分, 5:30 PM) and perhaps an offset; without
 * one the wall clock of `timeZone` counts, without a time the beginning of the day. Null when it cannot be read.
 */
export function parseMoment(text: string, timeZone: string): Date | null {
  const parts = partsOf(text)
  const day = parts && dayOf(parts)
  if (!day || !isTimeZone(timeZone)) return null
  const clock = parts.clock === '' ? { time: 0, offset: null } : readClock(parts.clock)
  if (!clock) return null
  const local = Date.parse(`${day}T00:00:00Z`) + clock.time
  return new Date(clock.offset === null ? momentOfLocalTime(local, timeZone) : local - clock.offset)
}

/** Why a text is no day to work with, or null: not readable, or not within 1900–2200. */
export function whyNotDay(text: string, field: string): Refusal | null {
  const day = parseDay(text)
  if (!day)
    return refuse('foundation.dateUnknown', 'invalid', {
      field,
      values: { value: text.slice(0, 40) },
    })
  return outOfRange(day, field)
}

/** Why a text is no moment to work with, or null; as `whyNotDay`. */
export function whyNotMoment(text: string, timeZone: string, field: string): Refusal | null {
  const moment = parseMoment(text, timeZone)
  if (!moment)
    return refuse('foundation.dateUnknown', 'invalid', {
      field,
      values: { value: text.slice(0, 40) },
    })
  return outOfRange(dayAt(moment, timeZone), field)
}

function outOfRange(day: Day, field: string): Refusal | null {
  return day < firstDay || day > lastDay
    ? refuse('foundation.dateOutOfRange', 'invalid', { field })
    : null
}
