import type { InputOf } from '#foundation/contract.ts'
import { maskPersonalData } from '#foundation/personal-data.ts'
import { unless } from '#foundation/refusal.ts'
import { countOn, daysOn, hoursOn, listOn, windowsOn } from '#foundation/rules-with-citations.ts'
import { millisecondsOfDay, millisecondsOfMinute } from '#foundation/time.ts'
import { localTimeAt } from '#foundation/time-zone.ts'
import type { Matter } from '#matters/matter/model.ts'
import { type Deed, deed, type Subject } from '#matters/matter/server/deed.ts'
import { attachFiles } from '#matters/matter/server/files.ts'
import type { Moment } from '#people/server/moment.ts'
import { archive, callBack, check, close, rate, reopen, rework } from '../contract.ts'
import type { Round } from '../model.ts'
import {
  adviceAfter,
  lastDayAfter,
  saysUnsolved,
  whyNotArchive,
  whyNotCall,
  whyNotCheck,
  whyNotClose,
  whyNotRate,
  whyNotReason,
  whyNotReopen,
} from '../rules.ts'
import type { Evaluation } from './evaluation.ts'
import { excludeDeed } from './exclude.ts'
import { addCall, addCheck, type NewCall, putVerdict, roundOf } from './store.ts'
import { dropStanding, keepStandings } from './store-rates.ts'

/** The county's rules on the day of the act. */
function rulesOf({ county }: Subject, { now }: Moment) {
  const day = county.dayOf(now)
  return {
    day,
    count: (id: string) => countOn(county.rules, id, day),
    days: (id: string) => daysOn(county.rules, id, day),
    hours: (id: string) => hoursOn(county.rules, id, day),
    list: (id: string) => listOn(county.rules, id, day),
    windows: (id: string) => windowsOn(county.rules, id, day),
  }
}

const closedOn = ({ matter, county }: Subject) =>
  matter.closedAt === null ? null : county.dayOf(matter.closedAt)

const readRound = ({ matter }: Subject, { sql }: Moment): Promise<Round> =>
  roundOf(sql, matter.county, matter.id)

const checkDeed = ({ files }: Pick<Evaluation, 'files'>) =>
  deed({
    verb: 'check',
    contract: check,
    whyNot: (_, { result, note }) => whyNotCheck(result, note),
    apply: async (subject, { result, note, files: hashes }, moment) => {
      const { matter, post } = subject
      const seq = matter.version + 1
      const { round } = await readRound(subject, moment)
      const told = note?.trim() ?? ''
      const to = { matter: matter.id, seq, stage: 'evidence', audience: 'resident' } as const
      await attachFiles(files, moment, to, hashes)
      addCheck(moment.sql, matter.county, matter.id, {
        seq,
        round,
        result,
        note: told,
        person: moment.by.person,
        office: post?.office ?? null,
        at: moment.now,
      })
      // What was solved on the spot was never given to an office that could do it again.
      const unassigned = result === 'failed' && matter.leadOffice === null
      return {
        branch: unassigned ? 'failedUnassigned' : result,
        body: { result, round, note: told, files: hashes?.length ?? 0 },
        shown: { result, note: maskPersonalData(told) },
      }
    },
  })

/** Whether a moment lies outside the spans of the day in which residents may be rung up. */
function isOutsideHours(subject: Subject, moment: Moment): boolean {
  const local = localTimeAt(moment.now.getTime(), subject.county.calendar.timeZone)
  const minute = Math.floor((local % millisecondsOfDay) / millisecondsOfMinute)
  const spans = rulesOf(subject, moment).windows('window.calls')
  return !spans.some(([from, to]) => from <= minute && minute < to)
}

/** What the resident answered on the phone is a verdict, unless they have written one themselves in this round. */
function keepCall(subject: Subject, round: Round, made: NewCall, { sql }: Moment): void {
  const { county, id } = subject.matter
  addCall(sql, county, id, made)
  const { solved, grade, words, at } = made
  if ((solved === null && grade === null) || round.verdict?.source === 'resident') return
  const publicWords = maskPersonalData(words)
  const source = 'callBack'
  putVerdict(sql, county, id, {
    round: round.round,
    solved,
    grade,
    words,
    publicWords,
    source,
    published: false,
    at,
  })
}

const callBackDeed = deed({
  verb: 'callBack',
  contract: callBack,
  foresee: async (subject, moment) => {
    const triesMax = rulesOf(subject, moment).count('count.callBackTries')
    const round = await readRound(subject, moment)
    return whyNotCall(subject.matter, round, { reached: true }, triesMax)
  },
  apply: async (subject, input, moment) => {
    const round = await readRound(subject, moment)
    const triesMax = rulesOf(subject, moment).count('count.callBackTries')
    unless(whyNotCall(subject.matter, round, input, triesMax))
    const { reached, solved = null, grade = null } = input
    const words = input.words?.trim() ?? ''
    const outsideHours = isOutsideHours(subject, moment)
    const made: NewCall = {
      seq: subject.matter.version + 1,
      round: round.round,
      reached,
      solved,
      grade,
      words,
      outsideHours,
      person: moment.by.person,
      office: subject.post?.office ?? null,
      at: moment.now,
    }
    keepCall(subject, round, made, moment)
    const tries = round.calls.length + 1
    return {
      // Ringing outside the hours is not refused: what was done is recorded as it was, and can be counted.
      body: { round: round.round, tries, reached, solved, grade, words, outsideHours },
      shown: { reached, solved, grade },
      answer: { advice: adviceAfter(input, tries, triesMax) },
    }
  },
})

/** What was worked out for the rates when a matter ended is kept with the act (store-rates.ts). */
const keepStanding = ({ county, id }: Matter, { sql, now }: Moment) =>
  keepStandings(sql, county, [id], now)

const rateDeed = deed({
  verb: 'rate',
  contract: rate,
  behind: keepStanding,
  apply: async (subject, input, moment) => {
    const { matter } = subject
    const { sql, now } = moment
    const round = await readRound(subject, moment)
    const { day: today, days, hours } = rulesOf(subject, moment)
    unless(
      whyNotRate(input, round.verdict, {
        lastDay: lastDayAfter(closedOn(subject), days('window.rating')),
        editHours: hours('window.ratingEdit'),
        today,
        now,
      }),
    )
    const { solved = null, grade = null } = input
    const words = input.words?.trim() ?? ''
    const publicWords = maskPersonalData(words)
    const published = (input.publish ?? false) && matter.published && !matter.confidential
    putVerdict(sql, matter.county, matter.id, {
      round: round.round,
      solved,
      grade,
      words,
      publicWords,
      source: 'resident',
      published,
      at: now,
    })
    const corrects = round.verdict?.source === 'resident'
    return {
      body: { round: round.round, solved, grade, words, published, corrects },
      shown: { solved, grade, words: publicWords, corrects },
    }
  },
})

const reworkDeed = deed({
  verb: 'rework',
  contract: rework,
  whyNot: (_, { reason }) => whyNotReason(reason),
  apply: async (_, { reason }) => ({
    body: { reason: reason.trim() },
    shown: { reason: maskPersonalData(reason.trim()) },
  }),
})

/** Closing over "not solved" leaves its ground in the record, where everybody can read and count it. */
function againstOf(round: Round, { because, words }: InputOf<typeof close>) {
  if (!saysUnsolved(round)) return { body: {}, shown: {} }
  const told = words?.trim() ?? ''
  return {
    body: { against: because, words: told },
    shown: { against: because, words: maskPersonalData(told) },
  }
}

const closeDeed = deed({
  verb: 'close',
  contract: close,
  behind: keepStanding,
  foresee: async (subject, moment) => {
    const round = await readRound(subject, moment)
    // Over "not solved" it can be closed with a ground, which the form asks for.
    if (saysUnsolved(round)) return null
    const triesMax = rulesOf(subject, moment).count('count.callBackTries')
    return whyNotClose(subject.matter, round, { grounds: [], triesMax })
  },
  apply: async (subject, input, moment) => {
    const round = await readRound(subject, moment)
    const { count, list } = rulesOf(subject, moment)
    unless(
      whyNotClose(subject.matter, round, {
        because: input.because,
        words: input.words,
        grounds: list('list.closeAgainstGrounds'),
        triesMax: count('count.callBackTries'),
      }),
    )
    const against = againstOf(round, input)
    const { verdict, calls } = round
    const heard = verdict?.source ?? (calls.some(({ reached }) => reached) ? 'callBack' : null)
    return {
      body: { round: round.round, heard, tries: calls.length, ...against.body },
      shown: against.shown,
    }
  },
})

const reopenDeed = deed({
  verb: 'reopen',
  contract: reopen,
  behind: ({ county, id }, { sql }) => dropStanding(sql, county, id),
  apply: async (subject, { reason, newFacts }, moment) => {
    const { round, reopenings } = await readRound(subject, moment)
    const { day: today, days, count } = rulesOf(subject, moment)
    const byReporter = moment.by.kind !== 'officer'
    unless(
      whyNotReopen({
        byReporter,
        today,
        reason,
        newFacts,
        reopenings,
        lastDay: lastDayAfter(closedOn(subject), days('window.reopen')),
        reopeningsMax: count('count.reopenings'),
      }),
    )
    const facts = newFacts?.trim() ?? ''
    return {
      body: { round: round + 1, reason: reason.trim(), newFacts: facts, byReporter },
      shown: { round: round + 1, reason: maskPersonalData(reason.trim()) },
    }
  },
})

function whyNotArchiveYet(subject: Subject, moment: Moment) {
  const { day, days } = rulesOf(subject, moment)
  const kept = Math.max(days('window.archive'), days('window.reopen'))
  return whyNotArchive(lastDayAfter(closedOn(subject), kept), day)
}

const archiveDeed = deed({
  verb: 'archive',
  contract: archive,
  behind: keepStanding,
  whyNot: (subject, _, moment) => whyNotArchiveYet(subject, moment),
  foresee: async (subject, moment) => whyNotArchiveYet(subject, moment),
  apply: async ({ matter }) => ({ body: { ended: matter.state } }),
})

/** The acts of evaluation: check 核查, call back 回访, rate 评价, rework 返工, close 结案, reopen, archive 归档, exclude 剔除. */
export function evaluateDeeds(evaluation: Omit<Evaluation, 'engine'>): Deed[] {
  return [
    checkDeed(evaluation),
    callBackDeed,
    rateDeed,
    reworkDeed,
    closeDeed,
    reopenDeed,
    archiveDeed,
    excludeDeed(evaluation),
  ]
}
