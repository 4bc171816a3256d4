import './rates.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { OutputOf } from '#foundation/contract.ts'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Register } from '#foundation/desk/register/Register.tsx'
import type { Column } from '#foundation/desk/table/column.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { dayHere } from '#foundation/screens/local-time.ts'
import { useMe } from '#people/desk/me.ts'
import { countyRates } from '../../contract.ts'
import { type Indicator, indicators, type Rate } from '../../model.ts'
import { useEvaluateWords } from '../evaluate-words.ts'
import { type RateRow, RateSheet } from './RateSheet.tsx'
import { type Period, periodFrom, usualPeriods } from './rate-period.ts'
import { useSayRate } from './say-rate.ts'

const allId = 'all'
const noOfficeId = 'none'

/** The three rates of a period: every number with what it is made of, every office with the matters behind it. */
export function RatesPage() {
  const { desk, rate } = useEvaluateWords()
  const words = desk.rates
  const { county } = useMe()
  const { period, choose } = usePeriod()
  const asking = useAsk(countyRates, { county, ...period }, { keep: true })
  const rows = asking.data ? rowsOf(asking.data, { all: words.all, none: rate.noOffice }) : []
  const columns = useRateColumns()
  return (
    <Register
      title={words.title}
      about={words.about}
      columns={columns}
      rows={rows}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      asking={asking}
      filters={<PeriodFields period={period} choose={choose} />}
      empty={<p>{rate.none}</p>}
      detail={(row) => <RateSheet key={row.id} row={row} period={period} />}
    />
  )
}

type Told = OutputOf<typeof countyRates>

function rowsOf({ total, offices }: Told, names: { all: string; none: string }): RateRow[] {
  return [
    { id: allId, name: names.all, office: null, rates: total },
    ...offices.map(({ office, officeName, rates }) => ({
      id: office ?? noOfficeId,
      name: officeName ?? names.none,
      office,
      rates,
    })),
  ]
}

/** The period stands in the address: a link to a figure is a link to that very figure. */
function usePeriod() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const today = dayHere(useNow())
  return {
    period: periodFrom(search, today),
    choose: (period: Period) =>
      void navigate({ to: '.', search: { ...search, ...period } as never, replace: true }),
  }
}

type PeriodFieldsProps = { period: Period; choose: (period: Period) => void }

function PeriodFields({ period, choose }: PeriodFieldsProps) {
  const { desk } = useEvaluateWords()
  const words = desk.rates
  const usual = usualPeriods(dayHere(useNow()))
  return (
    <>
      <TextField
        label={words.from}
        type="date"
        value={period.from}
        onChange={(from) => choose({ ...period, from })}
      />
      <TextField
        label={words.to}
        type="date"
        value={period.to}
        onChange={(to) => choose({ ...period, to })}
      />
      <div className="rate-periods">
        {(['month', 'lastMonth', 'year'] as const).map((key) => (
          <Button key={key} kind="quiet" onPress={() => choose(usual[key])}>
            {words.periods[key]}
          </Button>
        ))}
      </div>
    </>
  )
}

function useRateColumns(): readonly Column<RateRow>[] {
  const { desk, indicator, rate } = useEvaluateWords()
  const say = useSayRate()
  const cell = (key: Indicator, one: Rate) => (
    <span className="rate-cell">
      <span className="rate-name">{indicator[key]}</span>
      {one.tooFew ? null : <span className="rate-value">{say.value(one)}</span>}
      <span className="rate-made">{one.tooFew ? say.few : say.made(one)}</span>
    </span>
  )
  return [
    {
      key: 'name',
      label: desk.rates.office,
      width: 'minmax(10rem, 2fr)',
      narrow: 'title',
      cell: ({ id, name }) => (id === allId ? <strong>{name}</strong> : name),
    },
    {
      key: 'due',
      label: rate.due,
      width: '6rem',
      narrow: 'none',
      align: 'end',
      cell: ({ rates }) => rates.due,
    },
    ...indicators.map((key: Indicator) => ({
      key,
      label: indicator[key],
      width: 'minmax(8rem, 1fr)',
      narrow: 'about' as const,
      cell: ({ rates }: RateRow) => cell(key, rates[key]),
    })),
  ]
}
