import { Link } from '@tanstack/react-router'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { Toned } from '#foundation/screens/Toned.tsx'
import type { Tone } from '#foundation/screens/tone.ts'
import { useIntakeWords } from '../../accept-words.ts'
import { spoken } from '../../intake/intake.ts'
import { dropReport, restoreReport, sendWaiting, useOutbox } from './outbox.ts'
import { type HandedIn, isOurs, isUnsent } from './unsent.ts'

const toneOf: Readonly<Record<HandedIn['state'], Tone>> = {
  waiting: 'paused',
  sending: 'open',
  refused: 'late',
  received: 'done',
}

type MendProps = {
  onMend: (report: HandedIn) => void
  /** Nothing stands in the form that would be typed over. */
  mendable: boolean
}

/** What was handed in on this phone, each with how it stands: waiting for the network, on its way, taken, refused. */
export function HandedInList(props: MendProps) {
  const { outbox: words } = useIntakeWords()
  const reports = useOutbox()
  if (reports.length === 0) return null
  const unsent = reports.filter(isUnsent).length
  const waits = reports.some(({ state }) => state === 'waiting')
  return (
    <section className="outbox" aria-label={words.title}>
      <h2 role="status">{unsent > 0 ? fill(words.unsent, { count: unsent }) : words.allSent}</h2>
      {unsent > 0 ? <p className="hint">{words.hint}</p> : null}
      <ul className="lines">
        {reports.map((report) => (
          <OneReport key={report.id} report={report} {...props} />
        ))}
      </ul>
      {waits ? <Button onPress={() => void sendWaiting()}>{words.sendNow}</Button> : null}
    </section>
  )
}

function OneReport({ report, onMend, mendable }: MendProps & { report: HandedIn }) {
  const { outbox: words } = useIntakeWords()
  const language = useLanguage()
  const now = useNow()
  const { id, at, draft, photos, state, detail, receipt } = report
  const drop = () => {
    void dropReport(id)
    tellDone(words.dropped, { label: words.restore, run: () => void restoreReport(report) })
  }
  const count = photos.length + draft.files.length
  return (
    <li>
      <span className="line-words">
        <strong>{draft.words || words.noWords}</strong>
        <span className="line-about">
          {sayMoment(at, language, now)}
          {count > 0 ? ` · ${fill(words.photos, { count })}` : null}
          {receipt?.secret ? ` · ${fill(words.secret, { secret: spoken(receipt.secret) })}` : null}
        </span>
        <Toned tone={toneOf[state]} words={state === 'refused' ? (detail ?? '') : words[state]} />
      </span>
      {receipt ? <Link to={`/matters/${receipt.number}` as never}>{receipt.number}</Link> : null}
      {isOurs(report) ? (
        <>
          <Button whyNot={mendable ? null : words.mendLater} onPress={() => onMend(report)}>
            {words.mend}
          </Button>
          <Button kind="quiet" onPress={drop}>
            {words.drop}
          </Button>
        </>
      ) : null}
    </li>
  )
}
