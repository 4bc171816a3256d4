import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'

const assignments = prepared(
  'dispatch.list-assignments',
  `select c.round, c.office, c.role, c.item, c.basis, c.dispatched_at as "dispatchedAt", c.sign_due as "signDue",
     c.returned_at as "returnedAt"
   from assignments c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 order by c.round, c.role desc, c.office`,
)
const consultations = prepared(
  'dispatch.list-consultations',
  `select c.id, c.question, c.offices, c.asked_at as "askedAt", c.opinions, c.conclusion,
     c.concluded_at as "concludedAt"
   from consultations c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 order by c.asked_at`,
)
const objections = prepared(
  'dispatch.list-objections',
  `select c.id, c.round, c.office, c.reason, c.wanted_office as "wantedOffice", c.asked_at as "askedAt", c.decision,
     c.decision_reason as "decisionReason", c.decided_at as "decidedAt"
   from objections c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 order by c.asked_at`,
)
const extensions = prepared(
  'dispatch.list-extensions',
  `select c.id, c.reason, c.unit, c.amount::float8 as amount, c.asked_at as "askedAt", c.decision,
     c.decision_reason as "decisionReason", c.granted_amount::float8 as "grantedAmount", c.due_before as "dueBefore",
     c.due_after as "dueAfter", c.decided_at as "decidedAt"
   from extensions c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 order by c.asked_at`,
)
const suspensions = prepared(
  'dispatch.list-suspensions',
  `select c.id, c.kind, c.reason, c.started_at as "startedAt", c.wake_on as "wakeOn", c.woken_at as "wokenAt"
   from suspensions c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 order by c.started_at`,
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
