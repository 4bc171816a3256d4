import type { OutputOf } from '#foundation/contract.ts'
import type { Fact } from '#foundation/portal/Facts.tsx'
import { Refused } from '#foundation/refusal.ts'
import { hoursOn } from '#foundation/rules-with-citations.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import type { CountyRules } from '#foundation/server/rule-book.ts'
import { filesOf } from '#matters/accept/contract.ts'
import { readVoices } from '#matters/accept/joins-contract.ts'
import { listDutyItems } from '#matters/dispatch/lists-contract.ts'
import type { DutyItemView } from '#matters/dispatch/model.ts'
import { readEvaluation } from '#matters/evaluate/contract.ts'
import { readMatter } from '#matters/matter/contract.ts'
import type { State } from '#matters/matter/model.ts'
import { currentProcedure } from '#matters/matter/procedures.ts'
import type { MatterView } from '#matters/matter/server/view.ts'
import { publicActor } from '#people/actor.ts'
import type { StatusProps } from '../../../portal/pages/StatusPage.tsx'
import { textOf } from '../../../words.ts'
import type { Portal, Visit } from '../page.ts'
import { placedOn } from '../places/county-map.ts'
import { mapOf } from '../places/place-book.ts'
import { deadlinesOf, dutyItemOf } from './deadlines.ts'
import { amendUntil, type EvaluationView, offersOf, type VerdictView, verdictOf } from './offers.ts'
import { factsOf, sentenceOf, toneOf } from './standing.ts'
import { answerOf, timelineOf } from './told.ts'

type Files = OutputOf<typeof filesOf>

/** The page's own content; who acts and what was just done is added by whoever sends it. */
export type StatusView = Omit<StatusProps, 'actId' | 'troubles' | 'typed' | 'done'>

/** Items of the duty list that clocks of the matter are measured by; hardly ever more than one. */
async function dutyItemsOf(
  portal: Portal,
  { county, asked }: Visit,
  view: MatterView,
): Promise<readonly DutyItemView[]> {
  const ids = view.clocks.map(dutyItemOf).filter((id) => id !== null)
  if (ids.length === 0 || view.leadOffice === null) return []
  const { items } = await portal.ask(
    listDutyItems,
    { county: county.county, office: view.leadOffice, limit: 200 },
    asked,
  )
  return items.filter(({ id }) => ids.includes(id))
}

const photosOf = (view: MatterView, files: Files, name: string) =>
  files.map(({ hash, at, stage }) => ({
    href: `/files/${view.id}/${hash}`,
    preview: `/files/${view.id}/${hash}`,
    name,
    at,
    stage,
  }))

function verdictFacts(verdict: VerdictView, { asked }: Visit): Fact[] {
  const { language } = asked.by
  const say = (path: string) => textOf(language, path)
  const { solved, grade, words, source, at } = verdict
  const rows: [string, string][] = [
    [
      say('portal.status.solved'),
      solved === null ? '' : say(`evaluate.solved.${solved ? 'yes' : 'no'}`),
    ],
    [say('portal.status.grade'), grade === null ? '' : say(`evaluate.grade.${grade}`)],
    [say('portal.status.rateWords'), words],
    [say(`evaluate.source.${source}`), sayMoment(at, language, asked.now)],
  ]
  return rows.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }))
}

/** The verdict as shown, and with which answers the form begins while it may still be corrected. */
function verdictProps(
  evaluation: EvaluationView,
  county: CountyRules,
  visit: Visit,
): StatusProps['verdict'] {
  const verdict = verdictOf(evaluation)
  if (!verdict) return null
  const { solved, grade, words, published, source } = verdict
  const hours = hoursOn(county.rules, 'window.ratingEdit', county.dayOf(visit.asked.now))
  return {
    facts: verdictFacts(verdict, visit),
    given: source === 'resident' ? { solved, grade, words, published, hours } : null,
  }
}

/**
 * The matter this one is dealt with together. A receipt opens one matter, so whether the other may be read is asked as
 * anybody would.
 */
async function linkedOf(
  portal: Portal,
  { asked }: Visit,
  { duplicateOf, timeline }: MatterView,
): Promise<StatusProps['linked']> {
  const told = timeline.findLast(({ act }) => act === 'link')?.shown?.to
  const number = duplicateOf ?? (typeof told === 'string' ? told : null)
  if (number === null) return null
  const by = publicActor(asked.by.county, asked.by.language)
  const open = await portal.ask(readMatter, { matter: number }, { ...asked, by }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refused && error.refusal.kind === 'missing') return false
      throw error
    },
  )
  return { number: open ? number : null }
}

/** How many speak in it, and whether the reader is one of them or may become one. */
async function voicesFor(
  portal: Portal,
  { asked }: Visit,
  { id, own, kind, state, published }: MatterView,
  secret: string | undefined,
): Promise<StatusProps['voices']> {
  const input = { matter: id, ...(secret ? { secret } : {}) }
  const { count, joined } = await portal.ask(readVoices, input, asked)
  const from: readonly State[] = currentProcedure(kind).acts.join?.from ?? []
  const mayJoin = !own && !joined && published && from.includes(state)
  return { count, joined, mayJoin, signedIn: asked.by.kind === 'resident' }
}

/** Everything the page of a matter shows to whoever asks. @throws Refused when the guard hides it */
export async function statusViewOf(
  portal: Portal,
  visit: Visit,
  number: string,
  joinSecret: string | undefined,
): Promise<StatusView> {
  const { asked } = visit
  const view = await portal.ask(readMatter, { matter: number }, asked)
  const { own } = view
  const by = own ? asked.by : publicActor(asked.by.county, asked.by.language)
  const seen: Visit = { ...visit, asked: { ...asked, by } }
  const [files, evaluation, county, dutyItems, drawn, linked, voices] = await Promise.all([
    portal.ask(filesOf, { matter: view.id }, seen.asked),
    portal.ask(readEvaluation, { matter: view.id }, seen.asked),
    portal.house.rules.of(visit.county.county, asked.now),
    dutyItemsOf(portal, seen, view),
    own && view.lon !== null ? mapOf(portal, seen) : null,
    linkedOf(portal, visit, view),
    voicesFor(portal, visit, view, joinSecret),
  ])
  const { language } = by
  const reader = { own, language, now: asked.now.toISOString() }
  const photos = photosOf(view, files, textOf(language, 'portal.status.photos'))
  const point = drawn && placedOn(drawn, view)
  const until = amendUntil({ view, county, now: asked.now })
  return {
    number: view.number,
    title: view.title,
    words: view.words,
    own,
    state: {
      tone: toneOf(view, reader.now),
      sentence: sentenceOf(view, language, reader.now),
    },
    answer: answerOf(view, reader),
    facts: factsOf(view, language, reader.now),
    map: drawn && point ? { ...drawn.map, point } : null,
    deadlines: deadlinesOf(view, { county, dutyItems }, language, reader.now),
    timeline: timelineOf(
      view,
      photos.filter(({ stage }) => stage !== 'report'),
      reader,
    ),
    photos: photos.filter(({ stage }) => stage === 'report'),
    linked,
    voices,
    reopenUntil: own ? evaluation.reopenUntil : null,
    solvable: view.state !== 'refused',
    verdict: verdictProps(evaluation, county, seen),
    acts: own ? offersOf({ view, evaluation, county, now: asked.now }) : [],
    amendUntil: until?.toISOString() ?? null,
    published: view.published,
    reopened: view.timeline.some(({ act }) => act === 'reopen'),
    version: view.version,
  }
}
