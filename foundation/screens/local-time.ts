import type { Day } from '../time.ts'
import { dayAt, momentOfLocalTime } from '../time-zone.ts'

/** All counties live by Beijing time; what is typed into a field of date and time is meant in it (see say-time.ts). */
const zone = 'Asia/Shanghai'

/**
 * The moment a field of date and time ("2026-11-28T09:30") means in the county, as ISO 8601; null for an empty or half
 * filled one.
 */
export function momentOfField(text: string): string | null {
  const read = Date.parse(`${text}:00Z`)
  return text.length === 16 && !Number.isNaN(read)
    ? new Date(momentOfLocalTime(read, zone)).toISOString()
    : null
}

/** The day of a moment in the county. */
export function dayHere(at: Date): Day {
  return dayAt(at, zone)
}
