import { fill } from '../../languages.ts'
import { sayMoment } from '../../screens/say-time.ts'
import { Toned } from '../../screens/Toned.tsx'
import type { Tone } from '../../screens/tone.ts'
import { useNow } from '../clock.ts'
import { useLanguage, useScreenWords } from '../setting.ts'

export type DueView = {
  readonly key: string
  readonly label: string
  readonly tone: Tone
  /** "还剩 1 个工作日". */
  readonly remaining: string
  /** ISO 8601. */
  readonly due: string
  readonly firstDue?: string
  readonly rule?: { readonly sentence: string; readonly source: string }
}

/** The clocks of a matter, one line each: what, how long still, the exact moment, the rule. */
export function Dues({ dues }: { dues: readonly DueView[] }) {
  const language = useLanguage()
  const now = useNow()
  const words = useScreenWords()
  const say = (at: string) => sayMoment(at, language, now)
  return (
    <dl className="facts">
      {dues.map((due) => (
        <div key={due.key}>
          <dt>{due.label}</dt>
          <dd>
            <Toned tone={due.tone} words={due.remaining} />{' '}
            <time className="due-moment" dateTime={due.due}>
              {say(due.due)}
            </time>
            {due.firstDue && due.firstDue !== due.due ? (
              <p className="due-moment">{fill(words.changedFrom, { moment: say(due.firstDue) })}</p>
            ) : null}
            {due.rule ? (
              <details>
                <summary>{words.rule}</summary>
                <p>{due.rule.sentence}</p>
                <p className="due-moment">{due.rule.source}</p>
              </details>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
