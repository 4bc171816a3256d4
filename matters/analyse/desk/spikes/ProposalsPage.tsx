import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { useLanguage, useScreenWords } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { listProposals } from '../../spikes/contract.ts'
import { type ProposalState, proposalStates } from '../../spikes/model.ts'
import { DecideProposal } from './DecideProposal.tsx'
import { ListLink } from './ListLink.tsx'
import type { ProposalView } from './proposal-view.ts'
import { useSayMonth, useSayYears } from './say-years.ts'
import { useSpikesWords } from './spikes-words.ts'
import './spikes.css'

/** What returned in the same month of former years, proposed ahead of time; a leader takes it up or declines it. */
export function ProposalsPage() {
  const { proposals: words } = useSpikesWords()
  const screen = useScreenWords()
  const [state, setState] = useState<ProposalState>('open')
  const answer = useAsk(listProposals, { state }, { keep: true })
  const { proposals = [], mayDecide = false, daysAhead = 0 } = answer.data ?? {}
  return (
    <div className="spikes">
      <h1>{words.title}</h1>
      <p className="register-about">{words.about}</p>
      <Select
        label={words.state}
        required
        choices={proposalStates.map((key) => ({ key, label: words.states[key] }))}
        value={state}
        onChange={(next) => setState(next as ProposalState)}
      />
      {answer.isPending ? <p role="status">{screen.loading}</p> : null}
      {answer.error ? (
        <div role="alert">
          <p>{answer.error.detail}</p>
          <Button onPress={() => void answer.refetch()}>{screen.again}</Button>
        </div>
      ) : null}
      {answer.data && proposals.length === 0 ? (
        <p role="status">{fill(words.empty[state], { days: daysAhead })}</p>
      ) : null}
      <ul className="spike-list">
        {proposals.map((one) => (
          <ProposalLine key={one.id} proposal={one} mayDecide={mayDecide} />
        ))}
      </ul>
    </div>
  )
}

type ProposalLineProps = { proposal: ProposalView; mayDecide: boolean }

function ProposalLine({ proposal, mayDecide }: ProposalLineProps) {
  const { proposals: words } = useSpikesWords()
  const language = useLanguage()
  const now = useNow()
  const sayYears = useSayYears()
  const [deciding, setDeciding] = useState<'take' | 'decline' | null>(null)
  const { from, to, usual, years, state, number, reason } = proposal
  const day = (on: string) => sayDay(on, language, now)
  const told = { years: sayYears(years), usual: Number(usual.toFixed(1)) }
  return (
    <li>
      <div>
        <h3>
          {fill(words.line, {
            division: proposal.divisionName ?? proposal.division,
            category: proposal.categoryName,
          })}
        </h3>
        <p>{fill(words.season, { from: day(from), to: day(to) })}</p>
        <p>{fill(words.because, told)}</p>
        <Evidence proposal={proposal} />
        {number === null ? null : (
          <p>
            <Link to={'/matters/$number' as string} params={{ number } as never}>
              {fill(words.matter, { number })}
            </Link>
          </p>
        )}
        {reason === '' ? null : <p className="hint">{fill(words.reason, { reason })}</p>}
      </div>
      {mayDecide && state === 'open' ? (
        <div className="spike-acts">
          <Button onPress={() => setDeciding('take')}>{words.take}</Button>
          <Button kind="quiet" onPress={() => setDeciding('decline')}>
            {words.decline}
          </Button>
        </div>
      ) : null}
      {deciding === null ? null : (
        <DecideProposal proposal={proposal} deciding={deciding} onClose={() => setDeciding(null)} />
      )}
    </li>
  )
}

const lastOf = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}

/** The matters it rests on: the list of each former year's month. */
function Evidence({ proposal: { category, division, years } }: { proposal: ProposalView }) {
  const { proposals: words } = useSpikesWords()
  const sayMonth = useSayMonth()
  return (
    <p className="spike-evidence">
      {years.map(({ month, count }) => (
        <ListLink key={month} {...{ category, division }} from={`${month}-01`} to={lastOf(month)}>
          {fill(words.evidence, { month: sayMonth(month), count })}
        </ListLink>
      ))}
    </p>
  )
}
