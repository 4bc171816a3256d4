import { type Day, dayOfNumber, millisecondsOfDay, numberOfDay } from './time.ts'

/**
 * Local time of IANA zones by `Intl` alone. A local time is written as the milliseconds its wall clock would have in
 * UTC, so that day and minute come by division. Asking Intl costs microseconds, so offsets are remembered per UTC day.
 */
type Zone = {
  readonly format: Intl.DateTimeFormat
  /** Offset of a UTC day; `null` when it changes within the day and must be asked for each moment. */
  readonly offsets: Map<number, number | null>
}

const zones = new Map<string, Zone>()
// A calendar of three hundred years has 110,000 days; work touches a few hundred of them.
const rememberedDays = 20_000

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const zone: Zone = { format, offsets: new Map() }
  zones.set(timeZone, zone)
  return zone
}

function askOffset(format: Intl.DateTimeFormat, at: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  const wholeSecond = Math.floor(at / 1000) * 1000
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond
}

/**
 * Milliseconds the zone's wall clock is ahead of UTC at that moment. @throws RangeError for a zone that does not
 * exist
 */
export function offsetAt(at: number, timeZone: string): number {
  const zone = zoneOf(timeZone)
  const utcDay = Math.floor(at / millisecondsOfDay)
  let offset = zone.offsets.get(utcDay)
  if (offset === undefined) {
    const first = askOffset(zone.format, utcDay * millisecondsOfDay)
    const last = askOffset(zone.format, (utcDay + 1) * millisecondsOfDay - 1)
    offset = first === last ? first : null
    if (zone.offsets.size >= rememberedDays) zone.offsets.clear()
    zone.offsets.set(utcDay, offset)
  }
  return offset ?? askOffset(zone.format, at)
}

/** Wall-clock time of a moment, as milliseconds of the same reading in UTC. */
export function localTimeAt(at: number, timeZone: string): number {
  return at + offsetAt(at, timeZone)
}

/**
 * The moment a wall clock shows that local time. Where the clock is put forward over it, the time after the jump; where
 * it is shown twice, the first time (as ECMA-262 Temporal's "compatible").
 */
export function momentOfLocalTime(local: number, timeZone: string): number {
  const before = offsetAt(local - millisecondsOfDay, timeZone)
  const after = offsetAt(local + millisecondsOfDay, timeZone)
  if (before === after) return local - before
  const early = local - before
  if (offsetAt(early, timeZone) === before) return early
  const late = local - after
  return offsetAt(late, timeZone) === after ? late : early
}

/** Number of the local day (since 1970-01-01) a moment lies in. */
export function dayNumberAt(at: number, timeZone: string): number {
  return Math.floor(localTimeAt(at, timeZone) / millisecondsOfDay)
}

/** The local day a moment lies in. */
export function dayAt(moment: Date, timeZone: string): Day {
  return dayOfNumber(dayNumberAt(moment.getTime(), timeZone))
}

/** The moment a local day begins. Its end, 24:00, is the beginning of the next day. */
export function startOfDay(day: Day, timeZone: string): Date {
  return new Date(momentOfLocalTime(numberOfDay(day) * millisecondsOfDay, timeZone))
}

/** True when Intl knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    zoneOf(timeZone)
    return true
  } catch {
    return false
  }
}
