import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { TimeUnit } from '#foundation/time.ts'
import type { Matter } from '#matters/matter/model.ts'
import type { Role, SuspensionKind } from '../model.ts'
import type { Opinion } from '../rules.ts'

const readRound = prepared(
  'dispatch.read-round',
  `select c.round, c.office, c.dispatched_at as "dispatchedAt"
   from assignments c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 and c.role = 'lead' order by c.round desc limit 1`,
)
const readPlace = prepared(
  'dispatch.read-place-of-matter',
  `select m.division, m.category, m.shut_out as "shutOut" from matters m where m.county = $1 and m.id = $2`,
)
const addAssignments = prepared(
  'dispatch.add-assignments',
  `insert into assignments (county, matter, round, office, role, item, basis, dispatched_at, sign_due)
   select $1::int, $2::uuid, $3::int, a.office, a.role, $6::text, $7::text, $8::timestamptz, $9::timestamptz
   from unnest($4::uuid[], $5::text[]) as a (office, role)`,
)
const endAssignments = prepared(
  'dispatch.end-assignments',
  'update assignments set returned_at = $4 where county = $1 and matter = $2 and round = $3',
)

const addConsultation = prepared(
  'dispatch.add-consultation',
  `insert into consultations (county, id, matter, question, offices, asked_by, asked_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)
const readConsultation = prepared(
  'dispatch.read-open-consultation',
  `select c.id, c.offices, c.opinions
   from consultations c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 and c.concluded_at is null
   order by c.asked_at desc limit 1`,
)
const keepOpinions = prepared(
  'dispatch.keep-opinions',
  'update consultations set opinions = $3 where county = $1 and id = $2',
)
const endConsultation = prepared(
  'dispatch.end-consultation',
  `update consultations set conclusion = $3, opinions = $4, concluded_by = $5, concluded_at = $6
   where county = $1 and id = $2`,
)

const addObjection = prepared(
  'dispatch.add-objection',
  `insert into objections (county, id, matter, round, office, reason, wanted_office, asked_by, asked_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
const readObjection = prepared(
  'dispatch.read-open-objection',
  `select c.id, c.round
   from objections c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 and c.decided_at is null
   order by c.asked_at desc limit 1`,
)
const decideObjection = prepared(
  'dispatch.decide-objection',
  `update objections set decision = $3, decision_reason = $4, decided_by = $5, decided_at = $6
   where county = $1 and id = $2`,
)

const addExtension = prepared(
  'dispatch.add-extension',
  `insert into extensions (county, id, matter, clock, reason, unit, amount, office, asked_by, asked_at, due_before)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
)
// What was asked for before the last feedback and never decided is over: only the latest is waiting.
const readExtension = prepared(
  'dispatch.read-open-extension',
  `select c.id, c.clock, c.reason, c.unit, c.amount
   from extensions c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 and c.decided_at is null
   order by c.asked_at desc limit 1`,
)
const countExtensions = prepared(
  'dispatch.count-extensions',
  `select count(*)::int as count
   from extensions c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 and c.decision = 'granted'`,
)
const decideExtension = prepared(
  'dispatch.decide-extension',
  `update extensions set decision = $3, decision_reason = $4, granted_amount = $5, due_after = $6, decided_by = $7,
     decided_at = $8, told_at = $8
   where county = $1 and id = $2`,
)

const addSuspension = prepared(
  'dispatch.add-suspension',
  `insert into suspensions (county, id, matter, kind, reason, approver, started_at, wake_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const endSuspension = prepared(
  'dispatch.end-suspension',
  `update suspensions set woken_at = $3, woken_by = $4 where county = $1 and matter = $2 and woken_at is null`,
)
const readDue = prepared(
  'dispatch.read-due-suspensions',
  `select s.id, s.matter from suspensions s join matters m on m.county = s.county and m.id = s.matter
   where s.county = $1 and s.woken_at is null and s.wake_on <= $2::date and m.flags @> '{suspended}'
   order by s.wake_on, s.id limit $3`,
)
const readUrged = prepared(
  'dispatch.read-last-urged',
  `select c.at
   from events c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 and c.act = 'urge' and c.actor_kind in ('resident', 'receipt')
   order by c.seq desc limit 1`,
)

export type Round = { round: number; office: string; dispatchedAt: Date }
/** The latest round of a matter; null before its first dispatch. */
export const lastRound = (sql: Sql, county: number, matter: string) =>
  sql.maybe<Round>(readRound, [county, matter])

/** What offices are chosen by; null where the guard shows no such matter. */
export const placeOfMatter = (sql: Sql, county: number, matter: string) =>
  sql.maybe<Pick<Matter, 'division' | 'category' | 'shutOut'>>(readPlace, [county, matter])

export type NewRound = {
  matter: string
  round: number
  offices: readonly { id: string; role: Role }[]
  item: string | null
  basis: string
  at: Date
  signDue: Date
}
export const beginRound = (sql: Sql, county: number, made: NewRound): void => {
  const ids = made.offices.map(({ id }) => id)
  const roles = made.offices.map(({ role }) => role)
  const { matter, round, item, basis, at, signDue } = made
  sql.later(addAssignments, [county, matter, round, ids, roles, item, basis, at, signDue])
}
export const endRound = (sql: Sql, county: number, matter: string, round: number, at: Date): void =>
  sql.later(endAssignments, [county, matter, round, at])

type Asked = { id: string; matter: string; askedBy: string | null; at: Date }
type Decided = { id: string; by: string | null; at: Date }

export const askOffices = (
  sql: Sql,
  county: number,
  asked: Asked & { question: string; offices: readonly string[] },
): void => {
  const { id, matter, question, offices, askedBy, at } = asked
  sql.later(addConsultation, [county, id, matter, question, offices, askedBy, at])
}
export const openConsultation = (sql: Sql, county: number, matter: string) =>
  sql.maybe<{ id: string; offices: string[]; opinions: Opinion[] }>(readConsultation, [
    county,
    matter,
  ])
export const writeOpinions = (
  sql: Sql,
  county: number,
  { id, opinions }: { id: string; opinions: readonly Opinion[] },
): void => sql.later(keepOpinions, [county, id, JSON.stringify(opinions)])
export const closeConsultation = (
  sql: Sql,
  county: number,
  {
    id,
    by,
    at,
    conclusion,
    opinions,
  }: Decided & { conclusion: string; opinions: readonly object[] },
): void => sql.later(endConsultation, [county, id, conclusion, JSON.stringify(opinions), by, at])

export const fileObjection = (
  sql: Sql,
  county: number,
  asked: Asked & { round: number; office: string; reason: string; wanted: string | null },
): void => {
  const { id, matter, round, office, reason, wanted, askedBy, at } = asked
  sql.later(addObjection, [county, id, matter, round, office, reason, wanted, askedBy, at])
}
export const openObjection = (sql: Sql, county: number, matter: string) =>
  sql.maybe<{ id: string; round: number }>(readObjection, [county, matter])
export const settleObjection = (
  sql: Sql,
  county: number,
  { id, by, at, decision, reason }: Decided & { decision: string; reason: string },
): void => sql.later(decideObjection, [county, id, decision, reason, by, at])

export type ExtensionRow = {
  id: string
  clock: 'completion' | 'rework'
  reason: string
  unit: TimeUnit
  amount: string
}
export const fileExtension = (
  sql: Sql,
  county: number,
  asked: Asked & {
    clock: string
    reason: string
    unit: TimeUnit
    amount: number
    office: string
    dueBefore: Date
  },
): void => {
  const { id, matter, clock, reason, unit, amount, office, askedBy, at, dueBefore } = asked
  const values = [county, id, matter, clock, reason, unit, amount, office, askedBy, at, dueBefore]
  sql.later(addExtension, values)
}
export const openExtension = (sql: Sql, county: number, matter: string) =>
  sql.maybe<ExtensionRow>(readExtension, [county, matter])
export const grantedExtensions = async (sql: Sql, county: number, matter: string) =>
  (await sql.one<{ count: number }>(countExtensions, [county, matter])).count
export const settleExtension = (
  sql: Sql,
  county: number,
  made: Decided & {
    decision: string
    reason: string | null
    amount: number | null
    due: Date | null
  },
): void => {
  const { id, decision, reason, amount, due, by, at } = made
  sql.later(decideExtension, [county, id, decision, reason, amount, due, by, at])
}

export const beginSuspension = (
  sql: Sql,
  county: number,
  made: {
    id: string
    matter: string
    kind: SuspensionKind
    reason: string
    approver: string | null
    at: Date
    wakeOn: string
  },
): void => {
  const { id, matter, kind, reason, approver, at, wakeOn } = made
  sql.later(addSuspension, [county, id, matter, kind, reason, approver, at, wakeOn])
}
export const closeSuspension = (
  sql: Sql,
  county: number,
  matter: string,
  at: Date,
  by: string | null,
): void => sql.later(endSuspension, [county, matter, at, by])

/** Matters whose day to wake has come, the longest waiting first. */
export const dueSuspensions = (sql: Sql, county: number, day: string, limit: number) =>
  sql.many<{ id: string; matter: string }>(readDue, [county, day, limit])

/** When the reporter urged last; null for never. */
export const lastUrged = async (sql: Sql, county: number, matter: string) =>
  (await sql.maybe<{ at: Date }>(readUrged, [county, matter]))?.at ?? null
