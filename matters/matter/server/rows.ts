import type { TimeUnit } from '#foundation/time.ts'
import type { Flag, Kind, Matter, MatterClock, State } from '../model.ts'

/** Columns of `matters` under the names the rules use. One list, so that every read gives the same shape. */
export const matterColumns = `m.county, m.id, m.number, m.kind, m.procedure, m.state, m.flags, m.version,
  m.title, m.words,
  m.public_title as "publicTitle", m.public_words as "publicWords", m.channel, m.type, m.category, m.urgency,
  m.division, m.grid,
  m.place_text as "placeText", m.lon, m.lat, m.happened_at as "happenedAt", m.received_at as "receivedAt",
  m.confidential, m.reply_wanted as "replyWanted", m.published, m.reporter, m.recorded_by as "recordedBy",
  m.lead_office as "leadOffice", m.offices, m.consulted, m.shut_out as "shutOut", m.duplicate_of as "duplicateOf",
  m.due_at as "dueAt", m.closed_at as "closedAt"`

/** A matter with its clocks, as one row. */
export type MatterWithClocks = Matter & { clocks: ClockJson[] | null }

/** Clocks travel as JSON inside one row; moments are ISO text there. */
export type ClockJson = Omit<
  MatterClock,
  'startedAt' | 'dueAt' | 'firstDueAt' | 'pausedAt' | 'stoppedAt'
> & {
  startedAt: string
  dueAt: string
  firstDueAt: string
  pausedAt: string | null
  stoppedAt: string | null
}

const momentOrNull = (text: string | null) => (text === null ? null : new Date(text))

export function clocksOf({ clocks }: Pick<MatterWithClocks, 'clocks'>): MatterClock[] {
  return (clocks ?? []).map((clock) => ({
    ...clock,
    amount: Number(clock.amount),
    startedAt: new Date(clock.startedAt),
    dueAt: new Date(clock.dueAt),
    firstDueAt: new Date(clock.firstDueAt),
    pausedAt: momentOrNull(clock.pausedAt),
    stoppedAt: momentOrNull(clock.stoppedAt),
  }))
}

/** One row of a queue or list: enough to show it and to tell what may be done with it. */
export type MatterRow = {
  id: string
  number: string
  kind: Kind
  procedure: number
  state: State
  flags: Flag[]
  version: number
  title: string
  category: string | null
  urgency: Matter['urgency']
  channel: Matter['channel']
  division: string | null
  placeText: string
  leadOffice: string | null
  offices: string[]
  consulted: string[]
  reporter: string | null
  recordedBy: string | null
  receivedAt: Date
  dueAt: Date | null
  closedAt: Date | null
  confidential: boolean
  /** Unit of the clock that is due next; null while none runs. */
  dueUnit: TimeUnit | null
}

export const rowColumns = `m.id, m.number, m.kind, m.procedure, m.state, m.flags, m.version, m.title,
  m.category, m.urgency, m.channel,
  m.division, m.place_text as "placeText", m.lead_office as "leadOffice", m.offices, m.consulted, m.reporter,
  m.recorded_by as "recordedBy",
  m.received_at as "receivedAt", m.due_at as "dueAt", m.closed_at as "closedAt", m.confidential,
  (select k.unit from clocks k where k.county = m.county and k.matter = m.id and k.due_at = m.due_at
    and k.stopped_at is null limit 1) as "dueUnit"`
