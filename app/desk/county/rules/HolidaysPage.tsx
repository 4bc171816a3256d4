import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { Register } from '#foundation/desk/register/Register.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Facts, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import type { Column } from '#foundation/desk/table/column.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { dayHere } from '#foundation/screens/local-time.ts'
import { sayWeekday } from '#foundation/screens/say-time.ts'
import { Toned } from '#foundation/screens/Toned.tsx'
import { useHolds, useMe } from '#people/desk/me.ts'
import { listHolidays } from '../../../rules-contract.ts'
import { type Holiday, PutHolidays } from './PutHolidays.tsx'
import { useRulesWords } from './rules-words.ts'

/** The national calendar is known from this year on (database/calendar). */
const firstYear = 2020

/** The days of a year that differ from plain weekends; without them no working day can be counted. */
export function HolidaysPage() {
  const { holidays: words } = useRulesWords()
  const { county } = useMe()
  const keeps = useHolds('leader', 'systemAdmin')
  const thisYear = Number(dayHere(useNow()).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const [putting, setPutting] = useState<{ day: Holiday | null } | null>(null)
  const answer = useAsk(listHolidays, { county, year }, { keep: true })
  const years = Array.from({ length: thisYear + 2 - firstYear }, (_, i) => String(thisYear + 1 - i))
  const unknown = answer.data?.known === false
  return (
    <>
      <Register
        title={words.title}
        about={
          <>
            {words.about}
            {unknown ? <Toned tone="soon" words={fill(words.unknown, { year })} /> : null}
          </>
        }
        columns={useColumns()}
        rows={answer.data?.days ?? []}
        idOf={({ region, day }) => `${day}-${region}`}
        nameOf={({ name }) => name}
        asking={answer}
        empty={<p>{fill(words.empty, { year })}</p>}
        filters={
          <Select
            label={words.year}
            required
            choices={years.map((key) => ({ key, label: key }))}
            value={String(year)}
            onChange={(key) => setYear(Number(key))}
          />
        }
        acts={keeps ? <Button onPress={() => setPutting({ day: null })}>{words.put}</Button> : null}
        detail={(day) => (
          <HolidaySheet day={day} onChange={keeps ? () => setPutting({ day }) : null} />
        )}
      />
      {putting ? <PutHolidays day={putting.day} onClose={() => setPutting(null)} /> : null}
    </>
  )
}

function useColumns(): readonly Column<Holiday>[] {
  const { holidays: words } = useRulesWords()
  const language = useLanguage()
  return [
    {
      key: 'day',
      label: words.day,
      width: 'minmax(11rem, 1fr)',
      narrow: 'title',
      cell: ({ day }) => sayWeekday(day, language),
    },
    {
      key: 'kind',
      label: words.kind,
      width: '8rem',
      narrow: 'about',
      cell: ({ kind }) => <HolidayKind kind={kind} />,
    },
    {
      key: 'name',
      label: words.name,
      width: 'minmax(8rem, 1fr)',
      narrow: 'about',
      cell: ({ name }) => name,
    },
    {
      key: 'region',
      label: words.region,
      width: '7rem',
      narrow: 'about',
      cell: ({ region }) => (region === 'CN' ? words.nation : words.county),
    },
  ]
}

function HolidayKind({ kind }: { kind: Holiday['kind'] }) {
  const { holidays: words } = useRulesWords()
  return <Toned tone={kind === 'off' ? 'stopped' : 'open'} words={words.kinds[kind]} />
}

type HolidaySheetProps = { day: Holiday; onChange: (() => void) | null }

function HolidaySheet({ day, onChange }: HolidaySheetProps) {
  const { holidays: words } = useRulesWords()
  const language = useLanguage()
  const coming = day.day >= dayHere(useNow())
  const facts = [
    { name: words.kind, value: <HolidayKind kind={day.kind} /> },
    { name: words.name, value: day.name },
    { name: words.region, value: day.region === 'CN' ? words.nation : words.county },
    { name: words.citation, value: day.citation },
  ]
  return (
    <Sheet
      title={sayWeekday(day.day, language)}
      foot={
        onChange && coming ? (
          <div className="acts-mine">
            <Button onPress={onChange}>{words.again}</Button>
          </div>
        ) : null
      }
    >
      <Facts facts={facts} />
    </Sheet>
  )
}
