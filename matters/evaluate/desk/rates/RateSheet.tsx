import { Link } from '@tanstack/react-router'
import { useCitedRule } from '#foundation/desk/cited-rules.ts'
import { useLanguage, useScreenWords } from '#foundation/desk/setting.ts'
import { Facts, Part, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { Toned } from '#foundation/screens/Toned.tsx'
import { useHolds, useMe } from '#people/desk/me.ts'
import { officeRates } from '../../contract.ts'
import { type Indicator, indicators, type ListedRate, type Rate, type Rates } from '../../model.ts'
import { useEvaluateWords } from '../evaluate-words.ts'
import type { Period } from './rate-period.ts'
import { useSayRate } from './say-rate.ts'

/** One line: the whole county, or an office; `office` null for what was not given to one yet. */
export type RateRow = {
  readonly id: string
  readonly name: string
  readonly office: string | null
  readonly rates: Rates
}

type RateSheetProps = { row: RateRow; period: Period }

/** What the rates of one line are made of; for an office, down to the matters counted and left out. */
export function RateSheet({ row, period }: RateSheetProps) {
  const { desk, rate: words } = useEvaluateWords()
  const language = useLanguage()
  const { loading } = useScreenWords()
  const { posts } = useMe()
  const wide = useHolds('operator', 'dispatcher', 'checker', 'leader')
  const mine = posts.some(({ office }) => office === row.office)
  const office = row.office ?? ''
  const when = office !== '' && (wide || mine)
  const listed = useAsk(officeRates, { office, ...period }, { when })
  const { rates } = row
  const days = (day: string) => sayDay(day, language)
  const hint = row.office === null ? desk.rates.chooseOffice : desk.rates.notYours
  return (
    <Sheet
      title={row.name}
      about={<span>{fill(desk.rates.span, { from: days(period.from), to: days(period.to) })}</span>}
    >
      <Facts
        facts={[
          { name: words.due, value: rates.due },
          { name: words.closedAgainst, value: rates.closedAgainst },
          { name: words.withoutClock, value: rates.withoutClock },
        ]}
      />
      {when ? null : <p className="hint">{hint}</p>}
      {listed.isLoading ? <p role="status">{loading}</p> : null}
      {listed.error ? <p role="alert">{listed.error.detail}</p> : null}
      {indicators.map((key) => (
        <OneRate key={key} indicator={key} rate={listed.data?.[key] ?? rates[key]} />
      ))}
      <p className="hint">{desk.rates.note}</p>
    </Sheet>
  )
}

const isListed = (rate: Rate | ListedRate): rate is ListedRate => 'counted' in rate

function OneRate({ indicator, rate }: { indicator: Indicator; rate: Rate | ListedRate }) {
  const { desk, indicator: names, definition, rate: words } = useEvaluateWords()
  const say = useSayRate()
  const reason = useReason()
  const cited = useCitedRule()
  const facts = [
    { name: words.numerator, value: rate.numerator ?? '–' },
    { name: words.denominator, value: rate.denominator ?? '–' },
    { name: words.noAnswer, value: rate.noAnswer },
    { name: words.open, value: rate.open },
    ...rate.excluded.map((one) => ({
      name: `${words.excluded}：${reason(one.reason)}`,
      value: one.count,
    })),
    {
      name: desk.rates.rules,
      value: rate.rules.map((id) => {
        const rule = cited(id)
        return (
          <span key={id} className="line-about">
            {rule ? `${rule.name}：${rule.citation}（${rule.sourceName}）` : id}
          </span>
        )
      }),
    },
  ]
  return (
    <Part heading={names[indicator]}>
      <p className="rate-big">
        {say.value(rate)} <span className="rate-made">{say.made(rate)}</span>
      </p>
      <p className="hint">{definition[indicator]}</p>
      <Facts facts={facts} />
      {isListed(rate) ? <Behind rate={rate} /> : null}
    </Part>
  )
}

/** Why a matter was left out, in words; one the county made itself stands as it wrote it. */
function useReason(): (key: string) => string {
  const { out, exclusionReason } = useEvaluateWords()
  const names: Readonly<Record<string, string>> = { ...out, ...exclusionReason }
  return (key) => names[key] ?? key
}

/** Every matter above and below the line, and every one left out with the reason and who approved it. */
function Behind({ rate }: { rate: ListedRate }) {
  const { desk } = useEvaluateWords()
  const reason = useReason()
  const { counted, left, notCounted, good, bad, approved } = desk.rates
  return (
    <>
      {rate.counted.length > 0 ? (
        <details>
          <summary>{fill(counted, { count: rate.counted.length })}</summary>
          <ul className="lines">
            {rate.counted.map((one) => (
              <li key={one.matter}>
                <MatterLink number={one.number} />
                <Toned tone={one.good ? 'done' : 'late'} words={one.good ? good : bad} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {rate.left.length > 0 ? (
        <details open>
          <summary>{fill(left, { count: rate.left.length })}</summary>
          <ul className="lines">
            {rate.left.map((one) => (
              <li key={one.matter}>
                <MatterLink number={one.number} />
                <span>
                  {reason(one.reason)}
                  {one.approver ? ` · ${fill(approved, { office: one.approver })}` : null}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p className="hint">{notCounted}</p>
      )}
    </>
  )
}

function MatterLink({ number }: { number: string }) {
  return <Link to={`/matters/${number}` as never}>{number}</Link>
}
