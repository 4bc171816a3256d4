import { isLate, remainingOf } from '#foundation/clock-state.ts'
import type { OutputOf } from '#foundation/contract.ts'
import { isId } from '#foundation/ids.ts'
import type { Language } from '#foundation/languages.ts'
import { maskPersonalData } from '#foundation/personal-data.ts'
import { type Refusal, Refused, refuse } from '#foundation/refusal.ts'
import type { Moment } from '#people/server/moment.ts'
import type { readMatter as contract } from '../contract.ts'
import { audiencesOf } from '../disclosed.ts'
import type { Matter, Verb } from '../model.ts'
import { procedureOf } from '../procedures.ts'
import { capacityFor, postOf, verbsFor, whyNotAct } from '../rules.ts'
import type { County, Engine } from './engine.ts'
import type { Names } from './list.ts'
import { clocksOf, type MatterWithClocks } from './rows.ts'
import { idOfNumber, readMatter } from './store.ts'
import { type EventRow, eventsOf, findNumber } from './store-lists.ts'

export type MatterView = OutputOf<typeof contract>

/** What the reading needs of the house: names, and how a refusal is said. */
export type Reading = {
  engine: Engine
  names: Names
  say: (refusal: Refusal, language: Language) => string
}

/** One matter by id or printed number. @throws Refused `matter.notFound` also when the guard hides it */
export async function viewMatter(
  reading: Reading,
  county: County,
  key: string,
  moment: Moment,
): Promise<MatterView> {
  const { by, sql } = moment
  const id = isId(key) ? key : await idOfNumber(sql, by.county, key)
  const row = id ? await readMatter(sql, by.county, id) : null
  if (!row) throw new Refused(refuse('matter.notFound', 'missing', { field: 'matter' }))
  const [events, linked, acts] = await Promise.all([
    eventsOf(sql, by.county, row.id),
    row.duplicateOf ? findNumber(sql, by.county, row.duplicateOf) : null,
    by.kind === 'public' ? [] : choicesFor(reading, county, row, moment),
  ])
  const inside = by.kind === 'officer' || by.kind === 'system'
  const seen = audiencesOf(by)
  return {
    ...shownFields(row, moment, reading.names),
    duplicateOf: linked,
    clocks: clockViews(row, county, moment),
    timeline: events
      .filter((event) => seen.includes(event.audience))
      .map((event) => entryOf(event, inside, moment, reading.names)),
    acts,
  }
}

/** Fields by audience: offices read the words as written, the reporter too; others the masked ones (disclosed.ts). */
function shownFields(row: MatterWithClocks, { by }: Moment, names: Names) {
  const own = by.kind !== 'public'
  const nameOf = (office: string) => names.officeName(by.county, office, by.language) ?? ''
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    flags: [...row.flags],
    version: row.version,
    title: own ? row.title : row.publicTitle,
    category: row.category,
    urgency: row.urgency,
    channel: row.channel,
    division: row.division,
    divisionName: row.division && names.divisionName(row.county, row.division),
    placeText: own ? row.placeText : maskPersonalData(row.placeText),
    leadOffice: row.leadOffice,
    leadOfficeName: row.leadOffice ? nameOf(row.leadOffice) : null,
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    confidential: row.confidential,
    words: own ? row.words : row.publicWords,
    publicWords: row.publicWords,
    own: by.kind === 'resident' || by.kind === 'receipt',
    type: row.type,
    lon: own ? row.lon : null,
    lat: own ? row.lat : null,
    grid: row.grid,
    happenedAt: own ? (row.happenedAt?.toISOString() ?? null) : null,
    replyWanted: row.replyWanted,
    published: row.published,
    offices: row.offices.map((id) => ({ id, name: nameOf(id), lead: id === row.leadOffice })),
  }
}

function clockViews(row: MatterWithClocks, county: County, { now }: Moment) {
  return clocksOf(row).map((clock) => {
    return {
      name: clock.name,
      rule: clock.rule,
      unit: clock.unit,
      amount: clock.amount,
      startedAt: clock.startedAt.toISOString(),
      dueAt: clock.dueAt.toISOString(),
      firstDueAt: clock.firstDueAt.toISOString(),
      pausedAt: clock.pausedAt?.toISOString() ?? null,
      stoppedAt: clock.stoppedAt?.toISOString() ?? null,
      late: isLate(clock, now),
      left: remainingOf(clock, now, county.calendar),
    }
  })
}

/** An event as told: the office, never the person, to those outside; the inside body only inside. */
function entryOf(
  event: EventRow,
  inside: boolean,
  { by }: Moment,
  names: Names,
): MatterView['timeline'][number] {
  return {
    seq: event.seq,
    at: event.at.toISOString(),
    act: event.act as Verb,
    branch: event.branch,
    state: event.state as Matter['state'],
    actor: event.actor,
    office: event.office ? names.officeName(by.county, event.office, by.language) : null,
    officeId: event.office,
    shown: event.shown,
    body: inside ? event.body : null,
  }
}

/** The post the asker would act in; null for anybody but an officer. */
function postFor(verb: Verb, row: MatterWithClocks, { by }: Moment) {
  return postOf(capacityFor(procedureOf(row).acts[verb]?.by ?? [], row, by))
}

/** Why an act cannot be done now: by the procedure, else by what its room knows before anything is filled in. */
async function whyNotNow(
  { engine }: Reading,
  county: County,
  verb: Verb,
  row: MatterWithClocks,
  moment: Moment,
): Promise<Refusal | null> {
  const { by } = moment
  const refusal = whyNotAct(verb, row, by)
  const foresee = refusal ? undefined : engine.deeds.get(verb)?.foresee
  if (!foresee) return refusal
  const post = postFor(verb, row, moment)
  try {
    return await foresee({ matter: row, clocks: clocksOf(row), county, post }, moment)
  } catch (error) {
    // A rule the county lacks is told at the act, and does not close the matter.
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

function choicesFor(
  reading: Reading,
  county: County,
  row: MatterWithClocks,
  moment: Moment,
): Promise<MatterView['acts']> {
  const { by } = moment
  return Promise.all(
    verbsFor(row, by).map(async (verb) => {
      const refusal = await whyNotNow(reading, county, verb, row, moment)
      const told = refusal && {
        reason: refusal.key,
        detail: reading.say(refusal, by.language),
      }
      const post = postFor(verb, row, moment)
      return { verb, refusal: told, ...(post && { post: post.post }) }
    }),
  )
}
