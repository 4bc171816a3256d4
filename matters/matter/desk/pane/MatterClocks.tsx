import { useCitedRule } from '#foundation/desk/cited-rules.ts'
import { useNow } from '#foundation/desk/clock.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Dues, type DueView } from '#foundation/desk/sheet/Due.tsx'
import { Part } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import type { TimeUnit } from '#foundation/time.ts'
import { sayLimit, sayRemaining } from '#foundation/time-words.ts'
import { clockNames } from '../../model.ts'
import { useMatterWords } from '../matter-words.ts'
import { asPeopleSay, toneOf } from '../say-matter.ts'
import type { ClockView, MatterView } from '../view.ts'

/** The clocks of a matter: how long still, until when, and by which rule. Running ones first. */
export function MatterClocks({ matter }: { matter: MatterView }) {
  const { pane } = useMatterWords().desk
  const dueOf = useDueOf()
  const place = ({ name, stoppedAt }: ClockView) =>
    clockNames.indexOf(name) + (stoppedAt === null ? 0 : clockNames.length)
  const clocks = matter.clocks.toSorted((a, b) => place(a) - place(b))
  return (
    <Part heading={pane.clocks}>
      {clocks.length === 0 ? <p>{pane.noClocks}</p> : null}
      <Dues dues={clocks.map(dueOf)} />
    </Part>
  )
}

function useDueOf(): (clock: ClockView) => DueView {
  const words = useMatterWords()
  const language = useLanguage()
  const now = useNow()
  const citedRule = useCitedRule()
  const { pane } = words.desk
  const say = (at: string) => sayMoment(at, language, now)
  return (clock) => {
    const limit = { amount: clock.amount, unit: clock.unit as TimeUnit }
    const rule = citedRule(clock.rule)
    const duty = /^duty:(.+)$/.exec(clock.rule)?.[1]
    const name = duty === undefined ? rule?.name : fill(pane.dutyRule, { id: duty })
    return {
      key: clock.name,
      label: words.clock[clock.name],
      ...standing(clock),
      due: clock.dueAt,
      firstDue: clock.firstDueAt,
      rule: {
        sentence: fill(pane.ruleSays, {
          rule: name ?? words.clock[clock.name],
          limit: sayLimit(limit, language),
        }),
        source: rule
          ? fill(pane.ruleFrom, { citation: rule.citation, source: rule.sourceName })
          : '',
      },
    }
  }
  function standing(clock: ClockView): Pick<DueView, 'tone' | 'remaining'> {
    const left = sayRemaining(asPeopleSay(clock.left), language)
    if (clock.stoppedAt !== null) {
      const met = fill(clock.left.late ? pane.missedAt : pane.metAt, {
        moment: say(clock.stoppedAt),
      })
      return { tone: clock.left.late ? 'late' : 'done', remaining: met }
    }
    if (clock.pausedAt !== null) return { tone: 'paused', remaining: `${pane.paused} · ${left}` }
    return { tone: toneOf(clock.left), remaining: left }
  }
}
