import type { Verb } from '../../model.ts'
import type { MatterView, TimelineEntry } from '../view.ts'

/** The last time an act was done; undefined when it never was. */
export const lastEntry = (matter: MatterView, act: Verb): TimelineEntry | undefined =>
  matter.timeline.findLast((entry) => entry.act === act)

/** A text the last such act left in the record: nothing is asked twice. */
export function lastText(matter: MatterView, act: Verb, field: string): string | null {
  const value = lastEntry(matter, act)?.body?.[field]
  return typeof value === 'string' && value !== '' ? value : null
}

/** What somebody typed, without the space around; undefined for nothing. */
export const said = (text: string): string | undefined => text.trim() || undefined

/** What was chosen. What was not is left out of what is sent, so that the server says which is missing. */
export const chosen = <T>(value: T | null): T => (value ?? undefined) as T
