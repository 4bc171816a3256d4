import { Link } from '@tanstack/react-router'
import type { OutputOf } from '#foundation/contract.ts'
import { useNow } from '#foundation/desk/clock.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { dayHere } from '#foundation/screens/local-time.ts'
import { Mark } from '#foundation/screens/Mark.tsx'
import { glance } from '#matters/matter/lists/glance-contract.ts'
import { useHolds } from '#people/desk/me.ts'
import { words } from '../../../words.ts'
import { useAppWords } from '../../app-words.ts'
import { useQueues } from '../use-queues.ts'

type Glance = OutputOf<typeof glance>

/** How it stands: numbers that open their lists, and where the late ones are. Offices and places, never persons. */
export function CountyGlance() {
  const { home } = useAppWords()
  const language = useLanguage()
  const wide = useHolds('leader', 'dispatcher', 'operator', 'checker')
  const handles = useHolds('handler', 'chief')
  const answer = useAsk(glance, {}, { when: wide || handles, everySeconds: 60 })
  if (!answer.data) return null
  const { offices, places } = answer.data
  return (
    <section>
      <h2>{wide ? home.county : home.office}</h2>
      <Numbers glance={answer.data} />
      <p className="home-begin">
        <Link to={'/rates' as never} className="button button-usual">
          {words[language].evaluate.desk.rates.title}
        </Link>
      </p>
      <div className="home-charts">
        <Bars
          title={home.byPlace}
          glance={answer.data}
          rows={places.map((row) => ({
            ...row,
            key: row.division,
            label: row.name ?? row.division,
            search: { division: row.division, standing: 'open' },
          }))}
        />
        {wide ? (
          <Bars
            title={home.byOffice}
            glance={answer.data}
            rows={offices.map((row) => ({
              ...row,
              key: row.office,
              label: row.name ?? '',
              search: { office: row.office, standing: 'open' },
            }))}
          />
        ) : null}
      </div>
    </section>
  )
}

/** In hand, new, due, late: each leads to just as many rows. */
function Numbers({ glance: told }: { glance: Glance }) {
  const { home } = useAppWords()
  const language = useLanguage()
  const { queue } = words[language].matter
  const today = dayHere(useNow())
  const dueToday = useQueues().links.find(({ key }) => key === 'dueToday')
  const list = '/matters'
  const numbers = [
    { key: 'open', label: home.open, count: told.open, to: list, search: { standing: 'open' } },
    { key: 'new', label: home.newToday, count: told.newToday, to: list, search: { from: today } },
    ...(dueToday ? [{ ...dueToday, to: dueToday.href, search: {} }] : []),
    { key: 'late', label: queue.late, count: told.late, to: list, search: { standing: 'late' } },
  ]
  return (
    <ul className="home-numbers">
      {numbers.map(({ key, label, count, to, search }) => (
        <li key={key} className={key === 'late' && count ? 'home-late' : undefined}>
          <Link to={to} search={search as never}>
            <span className="home-number">{count}</span>
            <span>
              {key === 'late' && count ? <Mark tone="late" /> : null}
              {label}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

type BarRow = {
  readonly key: string
  readonly label: string
  readonly open: number
  readonly late: number
  readonly search: Readonly<Record<string, string>>
}

const mostBars = 10

/** A question and its answer: bars from zero, their numbers beside, most late first. A table, to be read out. */
function Bars({ title, glance: told, rows }: { title: string; glance: Glance; rows: BarRow[] }) {
  const { home } = useAppWords()
  if (rows.length === 0) return null
  const longest = Math.max(...rows.map(({ open }) => open), 1)
  const share = (count: number) => ({ width: `${(count / longest) * 100}%` })
  return (
    <table className="home-bars">
      <caption>
        <strong>{title}</strong>
        <span>{fill(home.ofOpen, { open: told.open, late: told.late })}</span>
      </caption>
      <thead className="hidden-text">
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{home.open}</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, mostBars).map(({ key, label, open, late, search }) => (
          <tr key={key}>
            <th scope="row">
              <Link to={'/matters' as never} search={search as never}>
                {label}
              </Link>
            </th>
            <td>
              <span className="home-bar" style={share(open)}>
                <span className="home-bar-late" style={{ width: `${(late / open) * 100}%` }} />
              </span>
              <span className="home-bar-words">
                {fill(late > 0 ? home.lateOf : home.noneLate, { late, open })}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
