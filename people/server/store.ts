import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { Office, OfficeKind, Officer, Post, PostKind } from '../model.ts'

const readCounty = prepared(
  'people.read-county',
  `select code, name, name_en as "nameEn", time_zone as "timeZone" from counties where county = $1`,
)

const officeColumns = `o.id, o.name, o.name_en as "nameEn", o.kind, o.division, o.parent, o.valid_from as "validFrom",
  o.valid_to as "validTo", o.successor, o.phone, o.duties`
const readOffices = prepared(
  'people.read-offices',
  `select ${officeColumns} from offices o where o.county = $1 order by o.kind, o.division nulls first, o.id`,
)
const readOffice = prepared(
  'people.read-office',
  `select ${officeColumns} from offices o where o.county = $1 and o.id = $2`,
)
const findByName = prepared(
  'people.find-office-by-name',
  `select ${officeColumns} from offices o where o.county = $1 and o.name = $2
     and o.valid_from <= $3::date and (o.valid_to is null or o.valid_to > $3::date) order by o.id limit 1`,
)
const lockOffices = prepared(
  'people.lock-offices',
  `select ${officeColumns} from offices o where o.county = $1 and o.id = any ($2) order by o.id for update`,
)
const insertOffice = prepared(
  'people.insert-office',
  `insert into offices (county, id, name, name_en, kind, division, parent, valid_from, phone, duties)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (county, id) do nothing`,
)
const endOffice = prepared(
  'people.end-office',
  'update offices set valid_to = $3, successor = $4 where county = $1 and id = $2',
)

const postColumns = `p.id, p.office, p.kind, p.title, p.division, p.valid_from as "validFrom", p.valid_to as "validTo"`
const readPost = prepared(
  'people.read-post',
  `select ${postColumns} from posts p where p.county = $1 and p.id = $2`,
)
const listPosts = planned(
  `select ${postColumns} from posts p where p.county = $1 and ($2::uuid is null or p.office = $2)
     and p.valid_from <= $3::date and (p.valid_to is null or p.valid_to > $3::date)
   order by p.office, p.kind, p.title, p.id`,
)
const insertPost = prepared(
  'people.insert-post',
  `insert into posts (county, id, office, kind, title, division, valid_from)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (county, id) do nothing`,
)

const officerColumns = `f.id, f.name, f.valid_from as "validFrom", f.valid_to as "validTo"`
const readOfficer = prepared(
  'people.read-officer',
  `select ${officerColumns} from officers f where f.county = $1 and f.id = $2`,
)
const listOfficers = prepared(
  'people.list-officers',
  `select ${officerColumns} from officers f
   where f.county = $1 and (f.valid_to is null or f.valid_to > $2::date) order by f.name, f.id`,
)
const lockOfficers = prepared(
  'people.lock-officers',
  `select ${officerColumns} from officers f where f.county = $1 and f.id = any ($2) order by f.id for update`,
)
const insertOfficer = prepared(
  'people.insert-officer',
  `insert into officers (county, id, name, valid_from) values ($1, $2, $3, $4) on conflict (county, id) do nothing`,
)
const endOfficer = prepared(
  'people.end-officer',
  'update officers set valid_to = $3 where county = $1 and id = $2',
)
const listOfficeOfficers = prepared(
  'people.list-office-officers',
  `select f.id as officer, f.name, p.id as post, p.kind, p.title
   from posts p
   join post_holders h on h.county = $1 and h.post = p.id
   join officers f on f.county = $1 and f.id = h.officer
   where p.county = $1 and p.office = $2
     and p.valid_from <= $3::date and (p.valid_to is null or p.valid_to > $3::date)
     and h.valid_from <= $3::date and (h.valid_to is null or h.valid_to > $3::date)
     and f.valid_from <= $3::date and (f.valid_to is null or f.valid_to > $3::date)
   order by p.kind, p.title, f.id`,
)

export type CountyRow = { code: string; name: string; nameEn: string; timeZone: string }
export const findCounty = (sql: Sql, county: number) => sql.maybe<CountyRow>(readCounty, [county])

/** Every office the county ever had. */
export const allOffices = (sql: Sql, county: number) => sql.many<Office>(readOffices, [county])
export const findOffice = (sql: Sql, county: number, id: string) =>
  sql.maybe<Office>(readOffice, [county, id])
export const findOfficeByName = (sql: Sql, county: number, name: string, day: string) =>
  sql.maybe<Office>(findByName, [county, name, day])
export const lockedOffices = (sql: Sql, county: number, ids: readonly string[]) =>
  sql.many<Office>(lockOffices, [county, ids])
export const endOfficeOn = (sql: Sql, county: number, id: string, on: string, successor: string) =>
  sql.run(endOffice, [county, id, on, successor])

export type NewOffice = {
  id: string
  name: string
  nameEn: string
  kind: OfficeKind
  division: string | null
  parent: string | null
  from: string
  phone: string | null
  duties: string | null
}
/** 1 when added, 0 when that id is there already. */
export const addOfficeRow = (sql: Sql, county: number, office: NewOffice) =>
  sql.run(insertOffice, [
    county,
    office.id,
    office.name,
    office.nameEn,
    office.kind,
    office.division,
    office.parent,
    office.from,
    office.phone,
    office.duties,
  ])

export const findPost = (sql: Sql, county: number, id: string) =>
  sql.maybe<Post>(readPost, [county, id])
export const postsOn = (sql: Sql, county: number, office: string | null, day: string) =>
  sql.many<Post>(listPosts, [county, office, day])

export type NewPost = {
  id: string
  office: string
  kind: PostKind
  title: string
  division: string | null
  from: string
}
/** 1 when added, 0 when that id is there already. */
export const addPostRow = (sql: Sql, county: number, post: NewPost) =>
  sql.run(insertPost, [
    county,
    post.id,
    post.office,
    post.kind,
    post.title,
    post.division,
    post.from,
  ])

/** Who serves on a day or will: those who have left are not among them. */
export const officersFrom = (sql: Sql, county: number, day: string) =>
  sql.many<Officer>(listOfficers, [county, day])
export const findOfficer = (sql: Sql, county: number, id: string) =>
  sql.maybe<Officer>(readOfficer, [county, id])
/** In the order of their ids, so that two who lock the same two never wait for each other. */
export const lockedOfficers = (sql: Sql, county: number, ids: readonly string[]) =>
  sql.many<Officer>(lockOfficers, [county, ids])
/** 1 when added, 0 when that id is there already. */
export const addOfficerRow = (sql: Sql, county: number, id: string, name: string, from: string) =>
  sql.run(insertOfficer, [county, id, name, from])
export const endOfficerOn = (sql: Sql, county: number, id: string, on: string) =>
  sql.run(endOfficer, [county, id, on])

export type OfficeOfficerRow = {
  officer: string
  name: string
  post: string
  kind: PostKind
  title: string
}
export const officersOfOffice = (sql: Sql, county: number, office: string, day: string) =>
  sql.many<OfficeOfficerRow>(listOfficeOfficers, [county, office, day])

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
     and ($7::text is null or l.what = $7)
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
  what: string | null
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
    filter.what,
  ])
