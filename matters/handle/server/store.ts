import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { ContactWay, HandlingOutcome } from '../model.ts'

const addContact = prepared(
  'handle.add-contact',
  `insert into contacts (county, matter, seq, at, office, how, reached, note)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const addAnswer = prepared(
  'handle.add-answer',
  'insert into assist_answers (county, matter, seq, at, office, answer) values ($1, $2, $3, $4, $5, $6)',
)
const addFeedback = prepared(
  'handle.add-feedback',
  `insert into feedbacks (county, matter, seq, at, office, outcome, reply, basis, next_step, promised_day, on_spot)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
)
const readAnswered = prepared(
  'handle.read-answered',
  `select distinct c.office
   from assist_answers c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 and c.at >= $3`,
)
const listContacts = prepared(
  'handle.list-contacts',
  `select c.at, c.office, c.how, c.reached, c.note
   from contacts c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 order by c.seq`,
)
const listAnswers = prepared(
  'handle.list-answers',
  `select c.at, c.office, c.answer
   from assist_answers c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 order by c.seq`,
)
const listFeedbacks = prepared(
  'handle.list-feedbacks',
  `select c.at, c.office, c.outcome, c.reply, c.basis, c.next_step as "nextStep", c.promised_day as "promisedDay",
     c.on_spot as "onSpot"
   from feedbacks c join matters m on m.county = c.county and m.id = c.matter
   where c.county = $1 and c.matter = $2 order by c.seq`,
)

/** What every row of this room hangs on: the matter, the event it belongs to, when, and which office did it. */
export type Done = { matter: string; seq: number; at: Date; office: string }

export const writeContact = (
  sql: Sql,
  county: number,
  { matter, seq, at, office }: Done,
  { how, reached, note }: { how: ContactWay; reached: boolean; note: string },
): void => sql.later(addContact, [county, matter, seq, at, office, how, reached, note])

export const writeAnswer = (sql: Sql, county: number, done: Done, answer: string): void =>
  sql.later(addAnswer, [county, done.matter, done.seq, done.at, done.office, answer])

export type FeedbackRow = {
  outcome: HandlingOutcome
  reply: string
  basis: string
  nextStep: string
  promisedDay: string | null
  onSpot: boolean
}
export const writeFeedback = (sql: Sql, county: number, done: Done, told: FeedbackRow): void => {
  const { outcome, reply, basis, nextStep, promisedDay, onSpot } = told
  sql.later(addFeedback, [
    ...[county, done.matter, done.seq, done.at, done.office],
    ...[outcome, reply, basis, nextStep, promisedDay, onSpot],
  ])
}

/** Offices that have answered since a moment. */
export const answeredSince = async (sql: Sql, county: number, matter: string, since: Date) =>
  (await sql.many<{ office: string }>(readAnswered, [county, matter, since])).map(
    ({ office }) => office,
  )

type At = { at: Date; office: string }
export const contactsOf = (sql: Sql, county: number, matter: string) =>
  sql.many<At & { how: ContactWay; reached: boolean; note: string }>(listContacts, [county, matter])
export const answersOf = (sql: Sql, county: number, matter: string) =>
  sql.many<At & { answer: string }>(listAnswers, [county, matter])
export const feedbacksOf = (sql: Sql, county: number, matter: string) =>
  sql.many<At & FeedbackRow>(listFeedbacks, [county, matter])
