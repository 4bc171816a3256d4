import { fill } from '#foundation/languages.ts'
import { useHotWords } from './hot-words.ts'
import './hot.css'

const [width, height] = [104, 24]

/** Matters a week as small bars from zero; the same numbers for who hears them. */
export function Trend({ weeks }: { weeks: readonly number[] }) {
  const { desk: words } = useHotWords()
  const most = Math.max(...weeks, 1)
  const step = width / Math.max(1, weeks.length)
  return (
    <svg className="trend" viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{fill(words.trendOf, { counts: weeks.join('、') })}</title>
      {weeks.map((count, at) => {
        const tall = Math.max(1, (count / most) * height)
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is known by its place alone
            key={at}
            className={count === 0 ? 'trend-none' : 'trend-some'}
            x={at * step + 1}
            width={step - 2}
            y={height - tall}
            height={tall}
          />
        )
      })}
    </svg>
  )
}
