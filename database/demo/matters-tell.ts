import { isWorkingDay, type WorkCalendar } from '#foundation/calendar.ts'
import type { ActId, MatterId } from '#foundation/ids.ts'
import { unless } from '#foundation/refusal.ts'
import { idFromText } from '#foundation/server/id-from-text.ts'
import { addDays, type Day } from '#foundation/time.ts'
import { startOfDay } from '#foundation/time-zone.ts'
import { whyNotValid } from '#foundation/validation.ts'
import { recordMatter, submitMatter } from '#matters/accept/server/record.ts'
import type { Acceptance } from '#matters/accept/server/submit.ts'
import { type ActInput, perform } from '#matters/matter/server/act.ts'
import type { County } from '#matters/matter/server/engine.ts'
import { publicActor, receiptActor } from '#people/actor.ts'
import type { Actor } from '#people/model.ts'
import { demoCategories } from './categories.ts'
import { categoryCode, dutyItemOf } from './duty-list.ts'
import type { Step, Story, When } from './matters-story.ts'
import { demoActor, demoOffice } from './people.ts'
import type { DemoOfficeKey, DemoOfficerKey } from './people-names.ts'
import { demoCounty } from './places-names.ts'

const { number: county } = demoCounty
const minute = 60_000

/** The same id whenever the demo is loaded: what was done before is not done again. */
const actIdOf = (story: Story, place: number) =>
  idFromText<ActId>(`linli demo ${story.key} ${place}`)

/** The id of a story's last act; when it is there, the story has been told. */
export function lastActId(story: Story): ActId {
  return actIdOf(story, story.steps.length)
}

/** The day so many working days away; today itself for 0, also on a Sunday. */
function workingDay(from: Day, away: number, calendar: WorkCalendar): Day {
  let day = from
  for (let left = Math.abs(away); left > 0; ) {
    day = addDays(day, Math.sign(away))
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

function momentOf(day: Day, time: string, { timeZone }: WorkCalendar): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(startOfDay(day, timeZone).getTime() + (hours * 60 + minutes) * minute)
}

/**
 * Moments of a story: its beginning, then one a step. What would lie ahead of `now` is moved to just before it, in
 * order: a story stands the same whatever time of the day it is loaded.
 */
export function momentsOf(story: Story, now: Date, { calendar, dayOf }: County): Date[] {
  const first = workingDay(dayOf(now), -story.ago, calendar)
  const moments: Date[] = []
  const add = (wanted: Date) => {
    const stepsLeft = story.steps.length - moments.length
    const latest = now.getTime() - (stepsLeft + 1) * minute
    const before = moments.at(-1)?.getTime() ?? 0
    moments.push(new Date(Math.max(before, Math.min(wanted.getTime(), latest))))
  }
  const after = (when: When): Date => {
    const last = moments.at(-1) ?? now
    if (typeof when === 'number') return new Date(last.getTime() + when * minute)
    const [days = '0', time = ''] = when.split(' ')
    return momentOf(workingDay(first, Number(days), calendar), time, calendar)
  }
  add(momentOf(first, story.at, calendar))
  for (const { when } of story.steps) add(after(when))
  return moments
}

export type Point = { readonly lon: number; readonly lat: number }

export type Telling = {
  readonly acceptance: Acceptance
  readonly county: County
  readonly now: Date
  readonly pointIn: (division: string, seed: string) => Point | null
  /** Numbers of the stories told so far. */
  readonly numbers: Map<string, string>
}

function saidIn(story: Story, pointIn: Telling['pointIn']) {
  const { words, title, type, place, name, confidential, noReply, about, finding } = story
  const [part, text] = place
  const division = `${county}${part}`
  const point = text === '' ? null : pointIn(division, story.key)
  return {
    words,
    ...(title && { title }),
    ...(type && { type }),
    ...(finding && { kind: 'finding' as const }),
    ...(text !== '' && {
      place: { division, text, ...point, ...(point && { datum: 'WGS84' as const }) },
    }),
    ...(confidential && { confidential }),
    ...(noReply && { replyWanted: false }),
    ...(name && { reporter: { name, phone: '000-660300' } }),
    ...(about && { concerns: [demoOffice(about)] }),
  }
}

/** Who writes it down where the reporter does not. */
const recorderOf = ({ recorder, by }: Story): DemoOfficerKey =>
  recorder ?? (by === 'gridWorker' ? 'grid' : 'operator')

async function open(story: Story, at: Date, { acceptance, pointIn }: Telling) {
  const actId = actIdOf(story, 0)
  const said = saidIn(story, pointIn)
  const by = story.by === 'portal' ? publicActor(county, 'zh-CN') : demoActor(recorderOf(story))
  const asked = { by, now: at, actId, address: '', token: null }
  return story.by === 'portal'
    ? submitMatter(acceptance, { ...said, county, actId }, asked)
    : recordMatter(acceptance, { ...said, channel: story.by, actId }, asked)
}

const urgencyOf = (category: string) =>
  demoCategories.find(({ name }) => name === category)?.urgency ?? 'general'

const officesIn = (keys: unknown) => (keys as DemoOfficeKey[]).map(demoOffice)

/**
 * An act's input as the desk would send it: ids for keys, days for numbers of days, the number of another story for
 * its key.
 */
function inputOf(
  step: Step,
  story: Story,
  at: Date,
  { county: rules, numbers }: Telling,
): Record<string, unknown> {
  const { verb, input } = step
  const made: Record<string, unknown> = { ...input }
  if (verb === 'accept') made.urgency ??= urgencyOf(story.category)
  if (verb === 'judge') made.category ??= categoryCode(story.category)
  if (verb === 'dispatch' && made.basis === undefined)
    made.dutyItem = dutyItemOf(story.category, String(made.lead))
  if (verb === 'link') made.to = numbers.get(String(made.to))
  for (const field of ['wakeOn', 'promisedDay'])
    if (typeof made[field] === 'number') made[field] = addDays(rules.dayOf(at), made[field])
  if (made.wanted !== undefined) made.wanted = demoOffice(made.wanted as DemoOfficeKey)
  if (made.offices !== undefined) made.offices = officesIn(made.offices)
  if (Array.isArray(made.opinions))
    made.opinions = made.opinions.map((told) => ({ ...told, office: demoOffice(told.office) }))
  return made
}

/** Drives one story through the acts of the house, as its people would have done them. */
export async function tellStory(story: Story, telling: Telling): Promise<void> {
  const { engine } = telling.acceptance
  const [begins, ...moments] = momentsOf(story, telling.now, telling.county)
  const { matter, number } = await open(story, begins as Date, telling)
  telling.numbers.set(story.key, number)
  for (const [i, step] of story.steps.entries()) {
    const at = moments[i] as Date
    const by: Actor =
      step.who === 'reporter'
        ? receiptActor(county, matter as MatterId, 'zh-CN')
        : demoActor(step.who)
    const input = { ...inputOf(step, story, at, telling), matter, actId: actIdOf(story, i + 1) }
    const deed = engine.deeds.get(step.verb)
    unless(deed ? whyNotValid(deed.contract.input, input) : null)
    await perform(engine, step.verb, input as ActInput, by, at)
  }
}
