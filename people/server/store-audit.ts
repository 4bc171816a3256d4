import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'

const insertEntry = prepared(
  'people.insert-audit-entry',
  `insert into audit_log (id, county, at, person, what, detail, address) values ($1, $2, $3, $4, $5, $6, $7)`,
)
// Newest first; the id only keeps lines of one millisecond apart, so that pages join without gap or repetition.
const listEntries = planned(
  `select l.id, l.at, l.person, f.name as "personName", l.what, l.detail, l.address
   from audit_log l
   left join officers f on f.county = $1 and f.id = l.person
   where l.county = $1
     and ($2::timestamptz is null or l.at >= $2)
     and ($3::timestamptz is null or l.at < $3)
     and ($4::uuid is null or l.person = $4)
     and ($5::uuid is null or (l.at, l.id) < (select c.at, c.id from audit_log c where c.county = $1 and c.id = $5))
   order by l.at desc, l.id desc limit $6`,
)

export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>
export type NewAuditEntry = {
  id: string
  county: number | null
  at: Date
  person: string | null
  what: string
  detail: AuditDetail
  address: string | null
}
export const addAuditEntry = (sql: Sql, entry: NewAuditEntry) =>
  sql.run(insertEntry, [
    entry.id,
    entry.county,
    entry.at,
    entry.person,
    entry.what,
    entry.detail,
    entry.address,
  ])

export type AuditRow = {
  id: string
  at: Date
  person: string | null
  personName: string | null
  what: string
  detail: AuditDetail
  address: string | null
}
export type AuditFilter = {
  from: string | null
  until: string | null
  person: string | null
  after: string | null
}
export const auditEntries = (sql: Sql, county: number, filter: AuditFilter, limit: number) =>
  sql.many<AuditRow>(listEntries, [
    county,
    filter.from,
    filter.until,
    filter.person,
    filter.after,
    limit,
  ])
