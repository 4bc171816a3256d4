import { Link } from '@tanstack/react-router'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Part, Quote } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { answeredBefore, type PastAnswer } from '../../retrieve/contract.ts'
import { useAnswersWords } from './answers-words.ts'

type AnsweredBeforeProps = {
  matter: MatterView
  /** Opens the form of answering or feeding back with this text; null where nothing can be written now. */
  onCopy: ((reply: string) => void) | null
}

/** How the same was answered before: ended matters with their replies. */
export function AnsweredBefore({ matter, onCopy }: AnsweredBeforeProps) {
  const words = useAnswersWords().before
  const found = useAsk(answeredBefore, { matter: matter.id }).data ?? []
  if (found.length === 0) return null
  return (
    <Part heading={words.title}>
      <ul className="advice">
        {found.map((past) => (
          <PastLine key={past.id} past={past} onCopy={onCopy} />
        ))}
      </ul>
      {onCopy ? <p className="hint">{words.hint}</p> : null}
    </Part>
  )
}

type PastLineProps = { past: PastAnswer; onCopy: AnsweredBeforeProps['onCopy'] }

function PastLine({ past, onCopy }: PastLineProps) {
  const words = useAnswersWords().before
  const language = useLanguage()
  const now = useNow()
  const separator = language === 'en' ? ', ' : '、'
  const { number, title, reply, officeName, because } = past
  const moment = sayMoment(past.answeredAt, language, now)
  return (
    <li>
      <div>
        <p>
          <Link to={'/matters/$number' as string} params={{ number } as never}>
            {title}
          </Link>
        </p>
        <p className="hint">
          {officeName === null ? moment : fill(words.about, { office: officeName, moment })}
        </p>
        {because.length > 0 ? (
          <p className="hint">{fill(words.because, { words: because.join(separator) })}</p>
        ) : null}
        <details>
          <summary>{words.whole}</summary>
          <Quote>{reply}</Quote>
        </details>
      </div>
      {onCopy ? (
        <Button label={fill(words.copyOf, { number })} onPress={() => onCopy(reply)}>
          {words.copy}
        </Button>
      ) : null}
    </li>
  )
}
