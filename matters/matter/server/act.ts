import { Refused, refuse, unless } from '#foundation/refusal.ts'
import type { RuleBook } from '#foundation/rules-with-citations.ts'
import { limitOn } from '#foundation/rules-with-citations.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Day } from '#foundation/time.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import { getOffice } from '#people/server/found.ts'
import type { Moment } from '#people/server/moment.ts'
import { adjustClock, type LimitOf, moveClocks, nextDue } from '../clocks.ts'
import { replyIn, searchTextOf } from '../lists/search/index-text.ts'
import {
  type ActAnswer,
  type ClockName,
  endStates,
  type Matter,
  type MatterClock,
  type Verb,
} from '../model.ts'
import type { ActRule } from '../procedure.ts'
import { procedureOf } from '../procedures.ts'
import { capacityFor, follow, postOf, whyNotAct } from '../rules.ts'
import type { Outcome, Subject } from './deed.ts'
import type { County, Engine } from './engine.ts'
import { onceMore } from './once.ts'
import { clocksOf } from './rows.ts'
import {
  type FirstAnswer,
  lastEventByOthers,
  lastReply,
  lockMatter,
  type NewEvent,
  readBehindLock,
  writeAct,
  writeWords,
} from './store.ts'

/** What every act is asked with; the rest of the input belongs to the deed. */
export type ActInput = { matter: string; actId: string; seen?: number }

/**
 * The only way a matter changes, in one transaction of its own. @throws Refused with the reason when it may not;
 * a repeated act id gets the first answer and changes nothing.
 */
export async function perform(
  engine: Engine,
  verb: Verb,
  input: ActInput,
  by: Actor,
  now: Date,
): Promise<ActAnswer> {
  const county = await engine.countyOf(by.county, now)
  return onceMore(() =>
    engine.database.within(scopeOf(by), (sql) =>
      actWithin(engine, county, verb, input, {
        by,
        now,
        sql,
        actId: input.actId as Moment['actId'],
      }),
    ),
  )
}

/** The same inside a transaction that does more than this act. */
export async function actWithin(
  engine: Engine,
  county: County,
  verb: Verb,
  input: ActInput,
  moment: Moment,
): Promise<ActAnswer> {
  const { by, sql } = moment
  // The lock first: whoever repeats an act at the same moment waits here, and then finds it done.
  const [matter, found] = await Promise.all([
    lockMatter(sql, by.county, input.matter),
    readBehindLock(sql, by.county, input.matter, input.actId),
  ])
  if (found.act !== null) return repeatAnswer(found, verb, input)
  if (!matter) throw new Refused(refuse('matter.notFound', 'missing', { field: 'matter' }))
  const held = { matter, clocks: clocksOf(found) }
  return (await actOnHeld(engine, county, verb, input, held, moment)).answer
}

/** A matter as it stands inside the transaction that opened or locked it. */
export type Held = { readonly matter: Matter; readonly clocks: readonly MatterClock[] }

/**
 * An act on a matter the same transaction has opened, or acted on before: nobody can have come between, so nothing is
 * read again (recording and accepting at the phone desk). @throws Refused with the reason when it may not
 */
export async function actOnHeld(
  engine: Engine,
  county: County,
  verb: Verb,
  input: ActInput,
  { matter, clocks }: Held,
  moment: Moment,
): Promise<{ answer: ActAnswer; held: Held }> {
  const { by } = moment
  const deed = engine.deeds.get(verb)
  if (!deed) throw new Error(`no room does ${verb}`)
  if (isShutOut(matter, by))
    throw new Refused(refuse('matter.notFound', 'missing', { field: 'matter' }))
  const rule = procedureOf(matter).acts[verb]
  if (input.seen !== undefined && input.seen !== matter.version && !rule?.tolerant)
    await refuseStale(matter, input.seen, moment)
  unless(whyNotAct(verb, matter, by))
  const capacity = capacityFor(rule?.by ?? [], matter, by)
  const subject: Subject = { matter, clocks, county, post: postOf(capacity) }
  unless(deed.whyNot?.(subject, input as never, moment) ?? null)
  const outcome = await deed.apply(subject, input as never, moment)
  const written = await writeOutcome(subject, rule as ActRule, verb, outcome, moment)
  deed.behind?.(written.held.matter, moment)
  return written
}

/** Whom the guard hides a matter from finds it hidden also in the transaction that opened it. */
function isShutOut(matter: Matter, by: Actor): boolean {
  return by.kind === 'officer' && scopeOf(by).parties.some((one) => matter.shutOut.includes(one))
}

function repeatAnswer(before: FirstAnswer, verb: Verb, input: ActInput): ActAnswer {
  if (before.act !== verb || before.matter !== input.matter)
    throw new Refused(refuse('matter.actIdUsed', 'conflict', { field: 'actId' }))
  return before.answer as ActAnswer
}

/** Tells the later of two officers who was first, when and with what. Names the office, never the person. */
async function refuseStale(matter: Matter, version: number, moment: Moment): Promise<void> {
  const { kind, person } = moment.by
  const since = { version, kind, person }
  const last = await lastEventByOthers(moment.sql, matter.county, matter.id, since)
  // What one did oneself a moment ago is no news: a screen that has not caught up does no harm.
  if (!last) return
  const office = last.office ? await getOffice(moment, last.office) : null
  const name = office && (moment.by.language === 'en' ? office.nameEn : office.name)
  throw new Refused(
    refuse('matter.changedMeanwhile', 'conflict', {
      field: 'seen',
      values: {
        who: name ?? last.actor,
        when: last.at.toISOString(),
        act: last.act,
      },
    }),
  )
}

/** A deed's own adjustments come after the procedure's effects, on the clocks as those left them. */
function clocksAfter(
  subject: Subject,
  effects: ReturnType<typeof follow>['effects'],
  outcome: Outcome,
  limits: LimitOf,
  at: Date,
): MatterClock[] {
  const { calendar } = subject.county
  const changed = new Map<ClockName, MatterClock>()
  for (const clock of moveClocks(subject.clocks, effects, limits, at, calendar))
    changed.set(clock.name, clock)
  const now = (name: ClockName) =>
    changed.get(name) ?? subject.clocks.find((clock) => clock.name === name)
  for (const { clock: name, ...adjust } of outcome.adjust ?? []) {
    const clock = now(name)
    if (clock && !clock.stoppedAt) changed.set(name, adjustClock(clock, adjust, calendar))
  }
  return [...changed.values()]
}

const noOffices: readonly string[] = []

async function writeOutcome(
  subject: Subject,
  rule: ActRule,
  verb: Verb,
  outcome: Outcome,
  moment: Moment,
): Promise<{ answer: ActAnswer; held: Held }> {
  const { matter, county, post } = subject
  const { now, sql } = moment
  const { state, flags, effects } = follow(matter, rule, outcome.branch)
  const limits = limitsOf(
    county.rules,
    county.dayOf(now),
    outcome.change?.urgency ?? matter.urgency,
  )
  const changed = clocksAfter(subject, effects, outcome, limits, now)
  const clocks = [
    ...subject.clocks.filter((clock) => !changed.some((other) => other.name === clock.name)),
    ...changed,
  ]
  const ended = endStates.includes(state)
  const after: Matter = {
    ...matter,
    ...outcome.change,
    state,
    flags,
    version: matter.version + 1,
    // Whoever was asked reads along for as long as the consultation lasts, however it ends.
    consulted: flags.includes('consulting')
      ? (outcome.change?.consulted ?? matter.consulted)
      : noOffices,
    dueAt: ended ? null : nextDue(clocks),
    closedAt: ended ? (matter.closedAt ?? now) : null,
  }
  const answer = {
    matter: matter.id,
    number: matter.number,
    state,
    version: after.version,
    ...outcome.answer,
  }
  const event = eventOf(
    verb,
    rule,
    outcome,
    answer,
    { confidential: after.confidential, post },
    moment,
  )
  const touchesConsulted = matter.consulted.length > 0 || outcome.change?.consulted !== undefined
  const change = { ...outcome.change, ...(touchesConsulted && { consulted: after.consulted }) }
  writeAct(sql, after, event, changed, change)
  await indexWords(matter, after, event, moment)
  return { answer, held: { matter: after, clocks } }
}

/** The limit of each clock on the day: the county's rules, completion by urgency. */
export function limitsOf(rules: RuleBook, day: Day, urgency: Matter['urgency']): LimitOf {
  return (clock) => {
    const id = clock === 'completion' ? `limit.completion.${urgency}` : `limit.${clock}`
    return { limit: limitOn(rules, id, day), rule: id }
  }
}

/** The event of an act: in which capacity it was done, what was said, and who may read which part. */
export function eventOf(
  verb: Verb,
  rule: ActRule,
  outcome: Outcome,
  answer: unknown,
  { confidential, post }: { confidential: boolean; post: Subject['post'] },
  { by, now, actId }: Moment,
): NewEvent {
  return {
    id: newId(now),
    actId,
    at: now,
    act: verb,
    branch: outcome.branch ?? null,
    actorKind: by.kind,
    person: by.person,
    post: post?.post ?? null,
    office: post?.office ?? null,
    behalfOf: post?.behalfOf ?? null,
    body: outcome.body,
    shown: outcome.shown ?? null,
    audience: confidential && rule.audience === 'public' ? 'resident' : rule.audience,
    answer,
  }
}

const isReworded = (before: Matter, after: Matter) =>
  before.publicTitle !== after.publicTitle ||
  before.publicWords !== after.publicWords ||
  before.placeText !== after.placeText ||
  before.division !== after.division

/** Keeps what can be searched in step: an act that changes no words and replies nothing leaves it as it is. */
async function indexWords(
  before: Matter,
  after: Matter,
  { shown, audience }: NewEvent,
  { sql }: Moment,
): Promise<void> {
  const said = replyIn(shown, audience)
  if (!said && !isReworded(before, after)) return
  const reply = said ?? (await lastReply(sql, after.county, after.id))
  writeWords(sql, after, searchTextOf(after, reply))
}
