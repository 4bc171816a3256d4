import { lastEntry } from '#matters/matter/desk/act/last-entry.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'

/** The offices that were asked last, as the record has them. */
export function askedOffices(matter: MatterView): readonly string[] {
  const asked = lastEntry(matter, 'consult')?.body?.offices
  return Array.isArray(asked) ? asked.filter((one) => typeof one === 'string') : []
}

/** What offices have said themselves since they were asked, by office; said again, the last counts. */
export function opinionsGiven(matter: MatterView): ReadonlyMap<string, string> {
  const since = lastEntry(matter, 'consult')?.seq ?? 0
  const given = new Map<string, string>()
  for (const { act, seq, body } of matter.timeline) {
    const { office, opinion } = body ?? {}
    if (act !== 'opine' || seq < since) continue
    if (typeof office === 'string' && typeof opinion === 'string') given.set(office, opinion)
  }
  return given
}
