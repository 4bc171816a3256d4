import type { Sql } from '#foundation/server/database.ts'
import { idFromText } from '#foundation/server/id-from-text.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Moment } from '#people/server/moment.ts'
import { type Reply, replyIn, searchTextOf } from '../lists/search/index-text.ts'
import type { EventAudience, State, Verb } from '../model.ts'
import { currentProcedure } from '../procedures.ts'
import type { County, Engine } from './engine.ts'
import type { NewMatter } from './open.ts'
import { type ImportedEventRow, type ImportedRow, knownOf, writeImported } from './store-import.ts'

/** Something that happened to a matter before it came here; `state` is how the matter stood after it. */
export type ImportedEvent = {
  readonly act: Verb
  readonly at: Date
  readonly state: State
  readonly office: string | null
  readonly body: Readonly<Record<string, unknown>>
  readonly shown: Readonly<Record<string, unknown>> | null
  readonly audience: EventAudience
}

/** A matter of another system with its history; the first event is `submit`. */
export type ImportedMatter = {
  readonly matter: Omit<NewMatter, 'channel' | 'offices' | 'reporter' | 'recordedBy' | 'shutOut'>
  readonly datum: string | null
  readonly sourceNumber: string
  /** Tells a changed row from one imported before. */
  readonly fingerprint: string
  readonly closedAt: Date | null
  readonly events: readonly ImportedEvent[]
}

/** The same id for the same thing of the same source: UUID v8 (RFC 9562 §5.8) from a hash. */
function importedActId(county: number, source: string, sourceNumber: string, seq: number): string {
  return idFromText(`matter.import ${JSON.stringify([county, source, sourceNumber, seq])}`)
}

/** Fingerprints of what was imported from a source before, by the number in it. */
export async function importedBefore(
  sql: Sql,
  county: number,
  source: string,
  numbers: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await knownOf(sql, county, source, numbers)
  return new Map(rows.map(({ sourceNumber, fingerprint }) => [sourceNumber, fingerprint]))
}

/** Whatever is confidential is nobody's outside. */
const audienceOf = ({ audience }: ImportedEvent, confidential: boolean): EventAudience =>
  confidential && audience === 'public' ? 'resident' : audience

/** The last reply of a history, as it can be searched. */
function replyOf({ matter, events }: ImportedMatter): Reply | null {
  const told = events.map((event) => replyIn(event.shown, audienceOf(event, matter.confidential)))
  return told.findLast((reply) => reply !== null) ?? null
}

function eventsOf(
  imported: ImportedMatter,
  row: ImportedRow,
  { by, now }: Moment,
): ImportedEventRow[] {
  const { source, sourceNumber, fingerprint, confidential } = { ...imported, ...row }
  return imported.events.map((event, i) => {
    const { act, at, state, office, body, shown } = event
    const seq = i + 1
    const first = seq === 1 ? { fingerprint } : {}
    return {
      matter: row.id,
      seq,
      id: newId(now),
      actId: importedActId(by.county, source, sourceNumber, seq),
      at,
      act,
      office,
      state,
      body: JSON.stringify({ imported: true, source, sourceNumber, ...first, ...body }),
      shown: JSON.stringify({ imported: true, ...shown }),
      audience: audienceOf(event, confidential),
      answer: JSON.stringify({ matter: row.id, number: row.number, state, version: seq }),
    }
  })
}

/**
 * Opens matters that have lived elsewhere, with the record of what happened there, all in two statements. They have
 * no clocks: no limit of this house ran for them. What is there already (same source and number) must have been taken
 * out before.
 * @throws a unique violation when somebody else has just imported one of them: ask again
 */
export async function openImported(
  engine: Engine,
  county: County,
  source: string,
  batch: readonly ImportedMatter[],
  moment: Moment,
): Promise<{ id: string; number: string }[]> {
  const { by, now, sql } = moment
  if (by.kind !== 'system') throw new Error('only the house itself imports')
  const rows: ImportedRow[] = []
  for (const imported of batch) {
    const { matter, events, datum, sourceNumber, closedAt } = imported
    const last = events.at(-1)
    if (events[0]?.act !== 'submit' || !last) throw new Error('a history begins with submit')
    const year = Number(county.dayOf(matter.receivedAt).slice(0, 4))
    const number = await engine.nextNumber(by.county, year)
    const search = searchTextOf({ ...matter, county: by.county, number }, replyOf(imported))
    const procedure = currentProcedure(matter.kind).version
    rows.push({
      ...matter,
      ...{ id: newId(now), number, procedure, state: last.state, version: events.length },
      ...{ datum, closedAt, source, sourceNumber, search },
    })
  }
  const events = rows.flatMap((row, i) => eventsOf(batch[i] as ImportedMatter, row, moment))
  writeImported(sql, by.county, rows, events)
  return rows.map(({ id, number }) => ({ id, number }))
}
