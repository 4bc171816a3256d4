import type { Refusal } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { County } from '#matters/matter/server/engine.ts'
import { importedBefore, openImported } from '#matters/matter/server/import-batch.ts'
import { onceMore } from '#matters/matter/server/once.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import type { ImportMapping } from '../../import-mapping.ts'
import type { ImportRow } from '../../import-mapping-row.ts'
import { sealIdentity } from '../identity.ts'
import type { Acceptance } from '../submit.ts'
import type { openRowPlaces } from './places.ts'
import { importedMatterOf } from './record.ts'

/** An import under way: what stays the same from the first row to the last. */
export type ImportTask = {
  readonly acceptance: Acceptance
  readonly county: County
  readonly by: Actor
  readonly source: string
  readonly datum: ImportMapping['datum']
  readonly publish: boolean
  readonly dryRun: boolean
  readonly now: Date
  readonly placeOf: ReturnType<typeof openRowPlaces>
  readonly officeOf: (name: string) => string | null
  /** Codes of the county's categories by the file's names. */
  readonly categories: ReadonlyMap<string, string>
}

type Written = {
  readonly made: number
  readonly known: number
  readonly changed: readonly { row: number; sourceNumber: string }[]
  readonly troubles: readonly { row: number; troubles: readonly Refusal[] }[]
}

/**
 * Writes some hundred rows in one transaction; those that are there already are compared and left alone. A second
 * import of the same file at the same moment makes one of the two ask again.
 */
export function writeBatch(task: ImportTask, rows: readonly ImportRow[]): Promise<Written> {
  const { database } = task.acceptance.engine
  return onceMore(() => database.within(scopeOf(task.by), (sql) => writeRows(task, rows, sql)))
}

async function writeRows(task: ImportTask, rows: readonly ImportRow[], sql: Sql): Promise<Written> {
  const { by, source, placeOf, officeOf, categories } = task
  const numbers = rows.map(({ sourceNumber }) => sourceNumber)
  const [before, places] = await Promise.all([
    importedBefore(sql, by.county, source, numbers),
    Promise.all(rows.map((row) => placeOf(sql, row))),
  ])
  const made = rows.map((row, i) => {
    const { troubles, ...place } = places[i] as (typeof places)[number]
    const resolved = {
      ...place,
      category: categories.get(row.category) ?? null,
      office: officeOf(row.office),
    }
    return { row, troubles, matter: importedMatterOf(row, resolved, task) }
  })
  const fresh = made.filter(({ row }) => !before.has(row.sourceNumber))
  const changed = made.filter(({ row, matter }) => {
    const fingerprint = before.get(row.sourceNumber)
    return fingerprint !== undefined && fingerprint !== matter.fingerprint
  })
  if (!task.dryRun) await openRows(task, fresh, sql)
  return {
    made: fresh.length,
    known: rows.length - fresh.length - changed.length,
    changed: changed.map(({ row: { row, sourceNumber } }) => ({ row, sourceNumber })),
    troubles: made.flatMap(({ row: { row }, troubles }) =>
      troubles.length > 0 ? [{ row, troubles }] : [],
    ),
  }
}

async function openRows(
  { acceptance, county, by, source, now }: ImportTask,
  fresh: readonly { row: ImportRow; matter: ReturnType<typeof importedMatterOf> }[],
  sql: Sql,
): Promise<void> {
  if (fresh.length === 0) return
  const moment = { by, now, sql, actId: newId<never>(now) }
  const matters = fresh.map(({ matter }) => matter)
  const opened = await openImported(acceptance.engine, county, source, matters, moment)
  await Promise.all(
    opened.map(({ id }, i) => {
      const { reporterName: name, reporterPhone: phone } = (fresh[i] as (typeof fresh)[number]).row
      return sealIdentity(acceptance.seal, sql, by.county, id, { name, phone })
    }),
  )
}
