import type { OutputOf } from '#foundation/contract.ts'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage, useScreenWords } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { listModels } from '../../classify/contract.ts'
import { useAnalyseWords } from '../analyse-words.ts'

/** What the county has learnt from its own matters: each time, with how it measured, and which one serves. */
export function ModelsPage() {
  const { learning: words } = useAnalyseWords()
  const screen = useScreenWords()
  const answer = useAsk(listModels, {})
  return (
    <div className="settings">
      <h1>{words.title}</h1>
      <p className="register-about">{words.about}</p>
      {answer.isPending ? <p role="status">{screen.loading}</p> : null}
      {answer.error ? (
        <div role="alert">
          <p>{answer.error.detail}</p>
          <Button onPress={() => void answer.refetch()}>{screen.again}</Button>
        </div>
      ) : null}
      {answer.data ? <Models {...answer.data} /> : null}
    </div>
  )
}

type Told = OutputOf<typeof listModels>

function Models({ serves, models }: Told) {
  const { learning: words } = useAnalyseWords()
  if (models.length === 0) return <p role="status">{words.none}</p>
  return (
    <section>
      <h2>{serves === null ? words.servesNames : fill(words.serves, { version: serves })}</h2>
      <ul className="lines">
        {models.map((model) => (
          <ModelLine key={model.version} model={model} />
        ))}
      </ul>
    </section>
  )
}

const percent = (share: number | null) => (share === null ? '—' : `${(share * 100).toFixed(1)}%`)

function ModelLine({ model }: { model: Told['models'][number] }) {
  const { learning: words } = useAnalyseWords()
  const language = useLanguage()
  const now = useNow()
  const { version, outcome, matters, categories, heldOut } = model
  const figures = { heldOut, quality: percent(model.quality), before: percent(model.before) }
  return (
    <li>
      <span className="line-words">
        <strong>{fill(words.line, { version, outcome: words.short[outcome] })}</strong>
        <span className="line-about">{fill(words.learntFrom, { matters, categories })}</span>
        {model.quality === null ? null : (
          <span className="line-about">{fill(words.figures, figures)}</span>
        )}
      </span>
      <time dateTime={model.madeAt}>{sayMoment(model.madeAt, language, now)}</time>
    </li>
  )
}
