import type { Readable } from 'node:stream'
import { type Static, Type } from 'typebox'
import { unless } from '#foundation/refusal.ts'
import type { Database } from '#foundation/server/database.ts'
import type { Column, TableRecord } from '#foundation/server/write-table/cells.ts'
import { writeCsv, writeXlsx } from '#foundation/server/write-table.ts'
import { auditLog } from '../../administration-contract.ts'
import { en } from '../../en.ts'
import { scopeOf } from '../../guard.ts'
import { whyNotAdminister } from '../../rules.ts'
import { zh } from '../../zh-CN.ts'
import { filterOf } from '../queries.ts'
import type { Asked } from '../route.ts'
import { type AuditRow, auditEntries } from '../store.ts'
import { note } from './audit.ts'

/** The filters of the log on the screen; an export has no pages. */
export const AuditExportInput = Type.Omit(auditLog.input, ['after', 'limit'])
export type AuditExportInput = Static<typeof AuditExportInput>

const pageLength = 500

/** Page after page, so that no transaction stays open while a slow reader reads. */
async function* entriesOf(
  database: Database,
  input: AuditExportInput,
  { by }: Asked,
): AsyncGenerator<AuditRow> {
  let after: string | null = null
  for (;;) {
    const filter = { ...filterOf(input), after }
    const page: AuditRow[] = await database.within(scopeOf(by), (sql) =>
      auditEntries(sql, by.county, filter, pageLength),
    )
    yield* page
    if (page.length < pageLength) return
    after = page.at(-1)?.id ?? null
  }
}

type Key = 'at' | 'personName' | 'what' | 'detail' | 'address'

async function* recordsOf(
  entries: AsyncIterable<AuditRow>,
  events: Readonly<Record<string, string>>,
): AsyncGenerator<TableRecord<Key>> {
  for await (const { at, personName, what, detail, address } of entries) {
    const said = Object.entries(detail).map(([key, value]) => `${key}=${value}`)
    yield { at, personName, what: events[what] ?? what, detail: said.join('; '), address }
  }
}

/**
 * The audit log as a file, with the filters of the screen. That it was taken out stands in the log itself before the
 * first row leaves. @throws Refused unless the audit administrator asks
 */
export async function exportAuditLog(
  database: Database,
  input: AuditExportInput,
  format: 'csv' | 'xlsx',
  asked: Asked,
  timeZone: string,
): Promise<Readable> {
  const { by, now, address } = asked
  unless(whyNotAdminister(by, 'auditAdmin'))
  await database.within(scopeOf(by), (sql) =>
    note(sql, {
      county: by.county,
      at: now,
      person: by.person,
      what: 'exportAuditLog',
      detail: { format, ...input },
      address,
    }),
  )
  const { audit, auditColumns } = by.language === 'en' ? en : zh
  const kinds = { at: 'moment', personName: 'text', what: 'text', detail: 'text', address: 'text' }
  const columns = (Object.keys(auditColumns) as Key[]).map(
    (key): Column<Key> => ({
      key,
      title: auditColumns[key],
      kind: kinds[key] as Column['kind'],
    }),
  )
  const records = recordsOf(entriesOf(database, input, asked), audit)
  return format === 'csv'
    ? writeCsv(records, columns, { timeZone })
    : writeXlsx(records, columns, { timeZone })
}
