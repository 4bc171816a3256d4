import type { Sql, Statement } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { Reply } from '../lists/search/index-text.ts'
import type { EventAudience, Matter, MatterChange, MatterClock, Urgency } from '../model.ts'
import { type ClockJson, type MatterWithClocks, matterColumns } from './rows.ts'

const clockList = `json_agg(json_build_object('name', k.name, 'rule', k.rule, 'unit', k.unit,
  'amount', k.amount, 'startedAt', k.started_at, 'dueAt', k.due_at, 'firstDueAt', k.first_due_at,
  'pausedAt', k.paused_at, 'stoppedAt', k.stopped_at))`

const lock = prepared(
  'matter.lock',
  `select ${matterColumns} from matters m where m.county = $1 and m.id = $2 for update`,
)
// Sent behind the lock, as a statement of its own: a statement that had to wait for a row sees that row as it is then,
// and everything else as it was when it was sent.
const behindLock = prepared(
  'matter.read-behind-lock',
  `select (select ${clockList} from clocks k where k.county = $1 and k.matter = $2) as clocks, e.matter, e.act, e.answer
   from (values (true)) as always left join events e on e.county = $1 and e.act_id = $3`,
)
const read = prepared(
  'matter.read',
  `select ${matterColumns},
     (select ${clockList} from clocks k where k.county = m.county and k.matter = m.id) as clocks
   from matters m where m.county = $1 and m.id = $2`,
)
const findByNumber = prepared(
  'matter.find-by-number',
  'select m.id from matters m where m.county = $1 and m.number = $2',
)
const findAct = prepared(
  'matter.find-act',
  'select e.matter, e.act, e.answer from events e where e.county = $1 and e.act_id = $2',
)
const lastEvent = prepared(
  'matter.last-event',
  `select e.act, e.at, e.office,
  e.actor_kind as actor from events e join matters m on m.county = e.county and m.id = e.matter
   where e.county = $1 and e.matter = $2 and e.seq > $3 and (e.actor_kind <> $4 or e.person is distinct from $5)
   order by e.seq desc limit 1`,
)

/** What was answered when an act id came first. */
export type FirstAnswer = { matter: string; act: string; answer: unknown }

export const lockMatter = (sql: Sql, county: number, id: string) =>
  sql.maybe<Matter>(lock, [county, id])

/** Call it right behind `lockMatter`, without waiting: the clocks, and the act where its id has been seen before. */
export const readBehindLock = (sql: Sql, county: number, id: string, actId: string) =>
  sql.one<{ clocks: ClockJson[] | null } & (FirstAnswer | { act: null })>(behindLock, [
    ...[county, id, actId],
  ])

export const readMatter = (sql: Sql, county: number, id: string) =>
  sql.maybe<MatterWithClocks>(read, [county, id])
export const idOfNumber = async (sql: Sql, county: number, number: string) =>
  (await sql.maybe<{ id: string }>(findByNumber, [county, number]))?.id ?? null

/** What was answered when this act id came first, whoever asks: the id is the client's own secret. */
export const answeredAct = (sql: Sql, county: number, actId: string) =>
  sql.maybe<FirstAnswer>(findAct, [county, actId])

/** The last event since a version that somebody else made; null when all of them are one's own. */
export const lastEventByOthers = (
  sql: Sql,
  county: number,
  id: string,
  since: { version: number; kind: string; person: string | null },
) =>
  sql.maybe<{ act: string; at: Date; office: string | null; actor: string }>(lastEvent, [
    county,
    id,
    since.version,
    since.kind,
    since.person,
  ])

const replied = prepared(
  'matter.last-reply',
  `select e.shown ->> 'reply' as words, e.audience
   from events e join matters m on m.county = e.county and m.id = e.matter
   where e.county = $1 and e.matter = $2 and e.audience <> 'inside' and e.shown ->> 'reply' <> ''
   order by e.seq desc limit 1`,
)

/** What an office replied last, as the record shows it to whoever may read it. */
export const lastReply = (sql: Sql, county: number, id: string) =>
  sql.maybe<Reply>(replied, [county, id])

/** One event as it is written; `seq` equals the matter's new version. */
export type NewEvent = {
  id: string
  actId: string
  at: Date
  act: string
  branch: string | null
  actorKind: string
  person: string | null
  post: string | null
  office: string | null
  behalfOf: string | null
  body: unknown
  shown: unknown
  audience: EventAudience
  answer: unknown
}

// $1 county $2 matter $3 seq, then the event ($4–$17) and the state after it ($18): shared by both writing statements.
const eventInsert = `insert into events (county, matter, seq, id, act_id, at, act, branch, actor_kind, person,
  post, office, behalf_of,
    body, shown, audience, answer, state)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`

// Clocks as parallel arrays $19–$28.
const clockUpsert = `insert into clocks (county, matter, name, rule, unit, amount, started_at, due_at,
  first_due_at, paused_at, stopped_at)
  select $1, $2, k.* from unnest($19::text[], $20::text[], $21::text[], $22::numeric[], $23::timestamptz[],
  $24::timestamptz[],
    $25::timestamptz[], $26::timestamptz[], $27::timestamptz[]) as k
  on conflict (county, matter, name) do update set rule = excluded.rule, unit = excluded.unit,
  amount = excluded.amount,
    started_at = excluded.started_at, due_at = excluded.due_at, first_due_at = excluded.first_due_at,
    paused_at = excluded.paused_at, stopped_at = excluded.stopped_at`

// What an act may change beside what every act writes, by its column.
const columnOf = {
  title: 'title',
  words: 'words',
  publicTitle: 'public_title',
  publicWords: 'public_words',
  type: 'type',
  category: 'category',
  urgency: 'urgency',
  division: 'division',
  grid: 'grid',
  placeText: 'place_text',
  lon: 'lon',
  lat: 'lat',
  datum: 'datum',
  happenedAt: 'happened_at',
  confidential: 'confidential',
  replyWanted: 'reply_wanted',
  published: 'published',
  leadOffice: 'lead_office',
  offices: 'offices',
  consulted: 'consulted',
  shutOut: 'shut_out',
  duplicateOf: 'duplicate_of',
} as const satisfies Record<keyof MatterChange, string>
type Changeable = keyof typeof columnOf
const changeable = Object.keys(columnOf) as Changeable[]

const placesFrom = (first: number, names: readonly unknown[]) =>
  names.map((_, i) => `$${first + i}`)

// A statement for each set of columns that some deed changes: what stands is not sent again with every act.
const actStatements = new Map<string, Statement>()

function actStatement(names: readonly Changeable[]): Statement {
  const key = names.join()
  const known = actStatements.get(key)
  if (known) return known
  const places = placesFrom(31, names)
  const changes = names.map((name, i) => `, ${columnOf[name]} = ${places[i]}`).join('')
  const made = prepared(
    `matter.write-act-${actStatements.size}`,
    `with event as (${eventInsert}), clock as (${clockUpsert})
     update matters set version = $3, state = $18, flags = $28, due_at = $29, closed_at = $30${changes}
     where county = $1 and id = $2`,
  )
  actStatements.set(key, made)
  return made
}

// Words are apart from their matter: an act that changes where a matter stands need not index them anew.
const open = prepared(
  'matter.write-open',
  `with opened as (insert into matters (county, id, version, state, flags, due_at, closed_at, number, kind, procedure,
       channel, received_at, reporter, recorded_by, source, source_number, ${Object.values(columnOf).join(', ')})
     values ($1, $2, $3, $18, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39,
       ${placesFrom(41, changeable).join(', ')})),
   words as (insert into matter_words (county, matter, received_at, search)
     values ($1, $2, $35, $40::tsvector)),
   clock as (${clockUpsert}) ${eventInsert}`,
)
const updateWords = prepared(
  'matter.write-words',
  `update matter_words set search = $3::tsvector where county = $1 and matter = $2`,
)

function clockArrays(clocks: readonly MatterClock[]): unknown[] {
  return [
    clocks.map((clock) => clock.name),
    clocks.map((clock) => clock.rule),
    clocks.map((clock) => clock.unit),
    clocks.map((clock) => clock.amount),
    clocks.map((clock) => clock.startedAt),
    clocks.map((clock) => clock.dueAt),
    clocks.map((clock) => clock.firstDueAt),
    clocks.map((clock) => clock.pausedAt),
    clocks.map((clock) => clock.stoppedAt),
  ]
}

/** $1–$30: what every act writes. */
function standingValues(
  matter: Matter,
  event: NewEvent,
  clocks: readonly MatterClock[],
): unknown[] {
  return [
    ...[matter.county, matter.id, matter.version],
    ...[event.id, event.actId, event.at, event.act, event.branch, event.actorKind, event.person],
    ...[event.post, event.office, event.behalfOf, JSON.stringify(event.body)],
    ...[event.shown === null ? null : JSON.stringify(event.shown), event.audience],
    ...[JSON.stringify(event.answer), matter.state],
    ...clockArrays(clocks),
    ...[matter.flags, matter.dueAt, matter.closedAt],
  ]
}

/** Writes the event, where the matter stands after it and what else the act changed, in one statement. */
export function writeAct(
  sql: Sql,
  matter: Matter,
  event: NewEvent,
  clocks: readonly MatterClock[],
  change: MatterChange = {},
): void {
  // A point that is taken away takes its datum with it.
  const changed = change.lon === null ? { ...change, datum: null } : change
  const names = changeable.filter((name) => changed[name] !== undefined)
  const values = names.map((name) => changed[name])
  sql.later(actStatement(names), [...standingValues(matter, event, clocks), ...values])
}

/** What of a matter can be searched has changed. */
export const writeWords = (sql: Sql, { county, id }: Matter, searchText: string): void =>
  sql.later(updateWords, [county, id, searchText])

export type Origin = {
  datum: NonNullable<MatterChange['datum']> | null
  source: string | null
  sourceNumber: string | null
}

/** Writes a new matter with its first event, its words and its clocks, in one statement. */
export function writeOpen(
  sql: Sql,
  matter: Matter,
  event: NewEvent,
  clocks: readonly MatterClock[],
  searchText: string,
  { datum, source, sourceNumber }: Origin,
): void {
  const content = { ...matter, datum }
  sql.later(open, [
    ...standingValues(matter, event, clocks),
    ...[matter.number, matter.kind, matter.procedure, matter.channel, matter.receivedAt],
    ...[matter.reporter, matter.recordedBy, source, sourceNumber, searchText],
    ...changeable.map((name) => content[name]),
  ])
}

const take = prepared(
  'matter.take-numbers',
  `insert into counters (county, name, value) values ($1, $2, $3)
   on conflict (county, name) do update set value = counters.value + $3 returning value`,
)

/** Takes so many numbers of a series at once. @returns the last of them */
export const takeNumbers = async (sql: Sql, county: number, name: string, count: number) =>
  (await sql.one<{ value: number }>(take, [county, name, count])).value

const findCategory = prepared(
  'matter.find-category',
  `select c.urgency from categories c
   where c.county = $1 and c.code = $2 and c.valid_from <= $3::date and (c.valid_to is null or c.valid_to > $3::date)`,
)

/** How urgent a category of the county's tree is on that day; null for a code the tree does not have. */
export const urgencyOfCategory = async (sql: Sql, county: number, code: string, day: string) =>
  (await sql.maybe<{ urgency: Urgency }>(findCategory, [county, code, day]))?.urgency ?? null
