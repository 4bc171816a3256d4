import { useNow } from '#foundation/desk/clock.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import type { Spike } from '../../spikes/model.ts'
import { useSpikesWords } from './spikes-words.ts'

const [width, height, gap] = [260, 72, 4]
/** Room for the number over the last bar. */
const top = 16

/** Thirteen weeks as bars from zero; the last one is the judged one, the dashed line its usual bound. */
export function WeekChart({ spike }: { spike: Spike }) {
  const { spikes: words } = useSpikesWords()
  const { weeks, high, count } = spike
  const most = Math.max(high, ...weeks.map((week) => week.count), 1)
  const step = width / weeks.length
  const tall = (value: number) => ((height - top) * value) / most
  const counts = weeks.map((week) => week.count).join('、')
  return (
    <figure className="week-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img">
        <title>{fill(words.chart, { counts, count, high })}</title>
        {weeks.map((week, at) => (
          <rect
            key={week.to}
            className={at === weeks.length - 1 ? 'week-judged' : 'week-before'}
            x={at * step + gap / 2}
            width={step - gap}
            y={height - tall(week.count)}
            height={tall(week.count)}
          />
        ))}
        <line
          className="week-bound"
          x1={0}
          x2={width}
          y1={height - tall(high)}
          y2={height - tall(high)}
        />
        <text x={width - step / 2} y={height - tall(count) - 4} textAnchor="middle">
          {count}
        </text>
        <text x={0} y={height - tall(high) - 4}>
          {fill(words.high, { high })}
        </text>
      </svg>
      <details>
        <summary>{words.table}</summary>
        <WeekTable weeks={weeks} />
      </details>
    </figure>
  )
}

function WeekTable({ weeks }: Pick<Spike, 'weeks'>) {
  const { spikes: words } = useSpikesWords()
  const language = useLanguage()
  const now = useNow()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.week}</th>
          <th scope="col">{words.number}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ from, to, count }) => (
          <tr key={to}>
            <th scope="row">
              {fill(words.span, {
                from: sayDay(from, language, now),
                to: sayDay(to, language, now),
              })}
            </th>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
