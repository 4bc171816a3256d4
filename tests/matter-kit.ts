import { Type } from 'typebox'
import { command } from '#foundation/contract.ts'
import { type Refusal, Refused, unless } from '#foundation/refusal.ts'
import { type Database, openDatabase } from '#foundation/server/database.ts'
import { newId } from '#foundation/server/new-id.ts'
import { openRuleShelf } from '#foundation/server/rule-book.ts'
import { planned } from '#foundation/server/statement.ts'
import { whyNotValid } from '#foundation/validation.ts'
import {
  ActAnswer,
  type ClockName,
  type Matter,
  type MatterChange,
  type MatterClock,
  type State,
  type Verb,
  verbs,
} from '#matters/matter/model.ts'
import { type ActInput, perform } from '#matters/matter/server/act.ts'
import { type Deed, deed, type Outcome } from '#matters/matter/server/deed.ts'
import type { Engine } from '#matters/matter/server/engine.ts'
import type { KnownFiles } from '#matters/matter/server/files.ts'
import { openNumbers } from '#matters/matter/server/number.ts'
import { onceMore } from '#matters/matter/server/once.ts'
import { type NewMatter, openWithin } from '#matters/matter/server/open.ts'
import { clocksOf, type MatterWithClocks, matterColumns } from '#matters/matter/server/rows.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor, PostKind } from '#people/model.ts'
import { beginCounty } from './matter-county.ts'
import { actAs, county, office } from './matter-people.ts'
import { testDatabase } from './store.ts'

/** One event as the store keeps it. */
export type KitEvent = {
  seq: number
  act: Verb
  branch: string | null
  actor: string
  office: string | null
  at: Date
  state: State
  audience: string
  body: Record<string, unknown>
  shown: Record<string, unknown> | null
}

type Fields = Readonly<Record<string, unknown>>

/** A county on a real store, and hands to play with its matters. `now` is when the next thing happens; move it freely. */
export type MatterKit = {
  readonly url: string
  readonly database: Database
  readonly engine: Engine
  readonly files: KnownFiles
  now: Date
  /** Moves `now` on by so many hours. */
  later(hours: number): void
  /** Opens a matter, by an operator unless told otherwise. */
  newMatter(made?: Partial<NewMatter>, by?: Actor): Promise<string>
  /** Walks a new matter to a state by the procedure alone, whatever deeds the kit was given. */
  bring(
    to: State,
    with_?: { lead?: string; assisting?: string[]; made?: Partial<NewMatter> },
  ): Promise<string>
  /** Does an act as the edge would: validated, with an act id of its own unless one is given. */
  act(verb: Verb, matter: string, input: Fields, by: Actor, at?: Date): Promise<ActAnswer>
  /** Reads past the guard, as the house. */
  read(matter: string): Promise<Matter & { clocks: MatterClock[] }>
  clock(matter: string, name: ClockName): Promise<MatterClock | undefined>
  events(matter: string): Promise<KitEvent[]>
  close(): Promise<void>
}

const PlainInput = Type.Object({
  matter: Type.String(),
  actId: Type.String(),
  seen: Type.Optional(Type.Integer()),
  branch: Type.Optional(Type.String()),
  change: Type.Optional(Type.Unsafe<MatterChange>(Type.Object({}))),
  adjust: Type.Optional(Type.Unsafe<NonNullable<Outcome['adjust']>>(Type.Array(Type.Object({})))),
  shown: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
})

/** A deed that does what the procedure says and nothing of its own: for acts of rooms that are not under test. */
function plainDeed(verb: Verb): Deed {
  const path = `/matters/:matter/${verb}`
  const contract = command({
    name: `plain.${verb}`,
    path,
    audience: 'public',
    input: PlainInput,
    output: ActAnswer,
    summary: 'Only what the procedure says.',
  })
  return deed({
    verb,
    contract,
    apply: async (_, { branch, change, adjust, shown }) => ({
      body: {},
      ...(branch === undefined ? {} : { branch }),
      ...(change === undefined ? {} : { change }),
      ...(adjust === undefined ? {} : { adjust }),
      ...(shown === undefined ? {} : { shown }),
    }),
  })
}

/** Waits for a refusal and hands it over; anything else fails the test. */
export async function refusalOf(asked: Promise<unknown>): Promise<Refusal> {
  try {
    await asked
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  throw new Error('was not refused')
}

const blank: NewMatter = {
  kind: 'request',
  title: '路上有坑',
  words: '中山路路口有一个坑，晚上看不见，很危险。',
  publicTitle: '路上有坑',
  publicWords: '中山路路口有一个坑，晚上看不见，很危险。',
  channel: 'phone',
  type: 'help',
  category: 'road-hole',
  urgency: 'general',
  division: null,
  grid: null,
  placeText: '中山路路口',
  lon: null,
  lat: null,
  happenedAt: null,
  receivedAt: new Date(0),
  confidential: false,
  replyWanted: true,
  published: true,
  reporter: null,
  recordedBy: null,
  leadOffice: null,
  offices: [],
  shutOut: [],
}

const readText = planned(
  `select ${matterColumns}, (select json_agg(json_build_object('name', k.name, 'rule', k.rule, 'unit', k.unit, 'amount', k.amount,
     'startedAt', k.started_at, 'dueAt', k.due_at, 'firstDueAt', k.first_due_at, 'pausedAt', k.paused_at, 'stoppedAt', k.stopped_at))
     from clocks k where k.county = m.county and k.matter = m.id) as clocks
   from matters m where m.county = $1 and m.id = $2`,
)
const eventsText = planned(
  `select seq, act, branch, actor_kind as actor, office, at, state, audience, body, shown
   from events where county = $1 and matter = $2 order by seq`,
)

/** Any file is known, save one whose hash is all f. */
const files: KnownFiles = {
  openFile: async (hash) =>
    hash === 'f'.repeat(64)
      ? null
      : {
          size: 1000,
          type: 'image/jpeg',
          read: () => {
            throw new Error('no bytes')
          },
        },
}

// The way of a request from state to state, with who does each step.
const way: readonly [to: State, verb: Verb, kind: PostKind, branch?: string][] = [
  ['accepted', 'accept', 'operator'],
  ['judged', 'judge', 'operator'],
  ['dispatched', 'dispatch', 'dispatcher'],
  ['handling', 'sign', 'handler'],
  ['fedBack', 'feedBack', 'handler'],
  ['checked', 'check', 'checker', 'passed'],
  ['closed', 'close', 'checker'],
]

const house = { county, reach: 'system', parties: [] } as const
const noOrigin = { datum: null, source: null, sourceNumber: null }

/** Does an act on one of the kit's engines as the edge would. */
async function done(on: Engine, verb: Verb, matter: string, input: Fields, by: Actor, at: Date) {
  const whole = { matter, actId: newId<string>(at), ...input }
  const made = on.deeds.get(verb)
  unless(made ? whyNotValid(made.contract.input, whole) : null)
  return perform(on, verb, whole as ActInput, by, at)
}

async function openMatter(
  engine: Engine,
  made: Partial<NewMatter>,
  by: Actor,
  now: Date,
): Promise<string> {
  const recordedBy = by.kind === 'officer' ? by.person : null
  const whole = { ...blank, receivedAt: now, recordedBy, ...made }
  const rules = await engine.countyOf(county, now)
  const opened = await onceMore(() =>
    engine.database.within(scopeOf(by), (sql) =>
      openWithin(engine, rules, whole, { body: {} }, noOrigin, { by, now, sql, actId: newId(now) }),
    ),
  )
  return opened.answer.matter
}

/** Leads a matter from state to state by the procedure alone. */
async function walk(
  walker: Engine,
  matter: string,
  to: State,
  offices: readonly string[],
  at: Date,
): Promise<void> {
  const [lead = null] = offices
  for (const [state, verb, kind, branch] of way) {
    const by = kind === 'handler' && lead ? actAs(kind, lead) : actAs(kind)
    const given = verb === 'dispatch' ? { change: { leadOffice: lead, offices } } : {}
    await done(walker, verb, matter, { ...given, ...(branch ? { branch } : {}) }, by, at)
    if (state === to) return
  }
  throw new Error(`no way leads to ${to}`)
}

function reading({
  database,
}: Pick<Engine, 'database'>): Pick<MatterKit, 'read' | 'clock' | 'events'> {
  const read: MatterKit['read'] = async (matter) => {
    const row = await database.within(house, (sql) =>
      sql.one<MatterWithClocks>(readText, [county, matter]),
    )
    return { ...row, clocks: clocksOf(row) }
  }
  return {
    read,
    clock: async (matter, name) => (await read(matter)).clocks.find((clock) => clock.name === name),
    events: (matter) =>
      database.within(house, (sql) => sql.many<KitEvent>(eventsText, [county, matter])),
  }
}

/**
 * Opens the county of `matter-county.ts` on a database of its own; close it in `after`.
 * @param makeDeeds the deeds of the room under test; every other act is done by the procedure alone
 */
export async function openKit(
  makeDeeds: (given: { readonly files: KnownFiles }) => readonly Deed[] = () => [],
): Promise<MatterKit> {
  const store = await testDatabase()
  const { database, url } = store
  await beginCounty(url, database)
  const plain = new Map(verbs.map((verb) => [verb, plainDeed(verb)]))
  const made = makeDeeds({ files }).map((one) => [one.verb, one] as const)
  const numbers = openDatabase(url, { connections: 1 })
  const base = { database, countyOf: openRuleShelf(database).of, nextNumber: openNumbers(numbers) }
  const engine: Engine = { ...base, deeds: new Map([...plain, ...made]) }
  const walker: Engine = { ...base, deeds: plain }
  const kit: MatterKit = {
    url,
    database,
    engine,
    files,
    now: new Date('2026-03-03T02:00:00Z'),
    later(hours) {
      kit.now = new Date(kit.now.getTime() + hours * 3_600_000)
    },
    newMatter: (more = {}, by = actAs('operator')) => openMatter(engine, more, by, kit.now),
    async bring(to, { lead = office.housing, assisting = [], made: more = {} } = {}) {
      const matter = await kit.newMatter(more)
      if (to !== 'reported') await walk(walker, matter, to, [lead, ...assisting], kit.now)
      return matter
    },
    act: (verb, matter, input, by, at = kit.now) => done(engine, verb, matter, input, by, at),
    ...reading(base),
    close: async () => {
      await numbers.close()
      await store.close()
    },
  }
  return kit
}
