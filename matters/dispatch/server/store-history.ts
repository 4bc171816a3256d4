import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'

const guarded = (child: string) =>
  `join matters m on m.county = ${child}.county and m.id = ${child}.matter
   where ${child}.county = $1 and ${child}.matter = $2`

const assignments = prepared(
  'dispatch.list-assignments',
  `select a.round, a.office, a.role, a.item, a.basis, a.dispatched_at as "dispatchedAt", a.sign_due as "signDue",
     a.returned_at as "returnedAt"
   from assignments a ${guarded('a')} order by a.round, a.role desc, a.office`,
)
const consultations = prepared(
  'dispatch.list-consultations',
  `select c.id, c.question, c.offices, c.asked_at as "askedAt", c.opinions, c.conclusion, c.concluded_at as "concludedAt"
   from consultations c ${guarded('c')} order by c.asked_at`,
)
const objections = prepared(
  'dispatch.list-objections',
  `select o.id, o.round, o.office, o.reason, o.wanted_office as "wantedOffice", o.asked_at as "askedAt", o.decision,
     o.decision_reason as "decisionReason", o.decided_at as "decidedAt"
   from objections o ${guarded('o')} order by o.asked_at`,
)
const extensions = prepared(
  'dispatch.list-extensions',
  `select e.id, e.reason, e.unit, e.amount::float8 as amount, e.asked_at as "askedAt", e.decision,
     e.decision_reason as "decisionReason", e.granted_amount::float8 as "grantedAmount", e.due_before as "dueBefore",
     e.due_after as "dueAfter", e.decided_at as "decidedAt"
   from extensions e ${guarded('e')} order by e.asked_at`,
)
const suspensions = prepared(
  'dispatch.list-suspensions',
  `select s.id, s.kind, s.reason, s.started_at as "startedAt", s.wake_on as "wakeOn", s.woken_at as "wokenAt"
   from suspensions s ${guarded('s')} order by s.started_at`,
)

/** Everything kept about the dispatching of one matter, oldest first; the guard decides whether there is anything. */
export const historyOf = async (sql: Sql, county: number, matter: string) => {
  const ask = (statement: typeof assignments) =>
    sql.many<Record<string, unknown>>(statement, [county, matter])
  const lists = [assignments, consultations, objections, extensions, suspensions].map(ask)
  const [assigned, consulted, objected, extended, suspended] = await Promise.all(lists)
  return {
    assignments: assigned,
    consultations: consulted,
    objections: objected,
    extensions: extended,
    suspensions: suspended,
  }
}
