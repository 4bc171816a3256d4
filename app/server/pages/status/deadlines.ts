import type { Language } from '#foundation/languages.ts'
import type { DeadlineView } from '#foundation/portal/Deadline.tsx'
import { findRule } from '#foundation/rules-with-citations.ts'
import {
  type AmountUnit,
  sayAmount,
  sayDay,
  sayMoment,
  sayRemaining,
} from '#foundation/screens/say-time.ts'
import type { Tone } from '#foundation/screens/tone.ts'
import type { CountyRules } from '#foundation/server/rule-book.ts'
import type { DutyItemView } from '#matters/dispatch/model.ts'
import type { MatterView } from '#matters/matter/server/view.ts'
import { sayRuleName } from '../../../say-rule.ts'
import { textOf } from '../../../words.ts'

type Clock = MatterView['clocks'][number]

/** What tells where a limit comes from: the county's rules, and the duty list for limits that are its own. */
export type LimitSources = {
  readonly county: CountyRules
  readonly dutyItems: readonly DutyItemView[]
}

/** The duty list's item a clock is measured by; null where the county's rules do. */
export function dutyItemOf({ rule }: Clock): string | null {
  return rule.startsWith('duty:') ? rule.slice('duty:'.length) : null
}

// What residents wait for; signing and dispatching are the offices' own business.
const residentClocks = ['acceptance', 'firstContact', 'completion', 'rework', 'checking']

/** Every limit that runs for the resident, and the one of completion for good. */
export function deadlinesOf(
  view: MatterView,
  sources: LimitSources,
  language: Language,
  now: string,
): DeadlineView[] {
  return view.clocks
    .filter(
      ({ name, stoppedAt }) =>
        residentClocks.includes(name) && (stoppedAt === null || name === 'completion'),
    )
    .sort((a, b) => residentClocks.indexOf(a.name) - residentClocks.indexOf(b.name))
    .map((clock) => ({
      tone: toneOfClock(clock, now),
      label: textOf(language, `portal.status.limit.${clock.name}`),
      remaining: remainingWords(clock, language, now),
      due: clock.pausedAt && !clock.stoppedAt ? null : clock.dueAt,
      firstDue: clock.firstDueAt,
      changes: changesOf(clock, view, language, now),
      rule: ruleOf(clock, sources, language),
    }))
}

/** A day before it ends, or in the last quarter of what is shorter. */
const soonMilliseconds = 24 * 3_600_000

function toneOfClock(clock: Clock, now: string): Tone {
  if (clock.stoppedAt) return clock.stoppedAt <= clock.dueAt ? 'done' : 'late'
  if (clock.pausedAt) return 'paused'
  if (clock.late) return 'late'
  const [start, due] = [Date.parse(clock.startedAt), Date.parse(clock.dueAt)]
  const soon = Math.min(soonMilliseconds, (due - start) / 4)
  return due - Date.parse(now) < soon ? 'soon' : 'open'
}

function remainingWords(clock: Clock, language: Language, now: string): string {
  if (clock.stoppedAt)
    return `${textOf(language, 'portal.status.limits.stopped')} · ${sayDay(clock.stoppedAt, language, now)}`
  if (clock.pausedAt) return textOf(language, 'portal.status.limits.paused')
  const { late, amount, unit } = clock.left
  return sayRemaining(late ? -amount : amount, unit as AmountUnit, language)
}

/** Who moved the limit out, by how much and why; granted extensions say which clock they moved. */
function changesOf(clock: Clock, view: MatterView, language: Language, now: string): string[] {
  return view.timeline.flatMap(({ act, branch, office, shown }) => {
    if (act !== 'decideExtension' || branch !== 'granted' || shown?.clock !== clock.name) return []
    return textOf(language, 'portal.status.extended', {
      office: office ?? '',
      amount: sayAmount(Number(shown.amount), shown.unit as AmountUnit, language),
      due: sayMoment(String(shown.due), language, now),
      reason: String(shown.reason),
    })
  })
}

/** The rule in the version that held when the clock began: name, value and what it rests on. */
function ruleOf(
  clock: Clock,
  { county, dutyItems }: LimitSources,
  language: Language,
): DeadlineView['rule'] {
  const value = sayAmount(clock.amount, clock.unit as AmountUnit, language)
  const id = dutyItemOf(clock)
  if (id !== null) {
    const item = dutyItems.find((one) => one.id === id)
    const name = textOf(language, 'portal.status.dutyItem', { item: item?.item ?? id })
    return { name, value, citation: item?.legalBasis ?? '' }
  }
  const rule = findRule(county.rules, clock.rule, county.dayOf(new Date(clock.startedAt)))
  return {
    name: sayRuleName(clock.rule, language),
    value,
    citation: rule?.citation ?? '',
    href: `/about#${clock.rule}`,
  }
}
