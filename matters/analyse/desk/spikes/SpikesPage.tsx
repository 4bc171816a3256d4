import { useNavigate, useSearch } from '@tanstack/react-router'
import type { OutputOf } from '#foundation/contract.ts'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { useLanguage, useScreenWords } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { readSpikes } from '../../spikes/contract.ts'
import type { Spike } from '../../spikes/model.ts'
import { ListLink } from './ListLink.tsx'
import { useSpikesWords } from './spikes-words.ts'
import { WeekChart } from './WeekChart.tsx'
import './spikes.css'

/** What came more often than the season explains: where, which kind, how many, what was to be expected. */
export function SpikesPage() {
  const { spikes: words } = useSpikesWords()
  const screen = useScreenWords()
  const search: { on?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const on = search.on ?? ''
  const answer = useAsk(readSpikes, on === '' ? {} : { on }, { keep: true, freshSeconds: 60 })
  const choose = (day: string) =>
    void navigate({ to: '.', search: (day === '' ? {} : { on: day }) as never, replace: true })
  return (
    <div className="spikes">
      <h1>{words.title}</h1>
      <p className="register-about">{words.about}</p>
      <TextField
        label={words.on}
        hint={words.onHint}
        type="date"
        value={on || (answer.data?.to ?? '')}
        onChange={choose}
        required
      />
      {answer.isPending ? <p role="status">{screen.loading}</p> : null}
      {answer.error ? (
        <div role="alert">
          <p>{answer.error.detail}</p>
          <Button onPress={() => void answer.refetch()}>{screen.again}</Button>
        </div>
      ) : null}
      {answer.data && !answer.error ? <Told told={answer.data} /> : null}
    </div>
  )
}

type Told = OutputOf<typeof readSpikes>

function Told({ told }: { told: Told }) {
  const { spikes: words } = useSpikesWords()
  const language = useLanguage()
  const now = useNow()
  const { from, to, basis, compared, judged, tail, least, spikes } = told
  const days = fill(words.span, {
    from: sayDay(from, language, now),
    to: sayDay(to, language, now),
  })
  const said = fill(words[basis], { years: compared, weeks: compared, judged })
  return (
    <>
      <h2>{days}</h2>
      <p role="status">{basis !== 'nothing' && spikes.length === 0 ? words.none : said}</p>
      <ul className="spike-list">
        {spikes.map((spike) => (
          <SpikeLine key={`${spike.category} ${spike.division}`} spike={spike} told={told} />
        ))}
      </ul>
      {basis === 'nothing' ? null : (
        <p className="hint">
          {spikes.length === 0 ? `${said} ` : null}
          {fill(words.rule, { least, perThousand: Number((tail * 1000).toFixed(1)) })}
        </p>
      )}
    </>
  )
}

function SpikeLine({ spike, told }: { spike: Spike; told: Told }) {
  const { spikes: words } = useSpikesWords()
  const { category, categoryName, division, divisionName, count, mean, high } = spike
  const name = `${divisionName ?? words.wholeCounty} · ${categoryName}`
  return (
    <li>
      <div>
        <h3>{name}</h3>
        <p className="spike-count">
          <strong>{fill(words.counted, { count })}</strong>{' '}
          <span>{fill(words.expected, { mean, high })}</span>
        </p>
        <p>
          <ListLink
            {...{ category, division, from: told.from, to: told.to }}
            label={fill(words.listOf, { name, count })}
          >
            {fill(words.list, { count })}
          </ListLink>
        </p>
      </div>
      <WeekChart spike={spike} />
    </li>
  )
}
