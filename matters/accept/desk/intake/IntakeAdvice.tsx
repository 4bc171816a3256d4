import { useShortcut } from '#foundation/desk/keys/shortcuts.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { fill } from '#foundation/languages.ts'
import { Mark } from '#foundation/screens/Mark.tsx'
import type { Urgency } from '#matters/matter/model.ts'
import { useAcceptWords, useIntakeWords, useMatterWords } from '../accept-words.ts'
import { type Advice, type AdviceLine, isTaken, linesOf, taking } from './advice.ts'
import type { IntakeDraft } from './intake.ts'

type IntakeAdviceProps = {
  draft: IntakeDraft
  change: (more: Partial<IntakeDraft>) => void
  advice: Advice
  /** It could not be asked for just now. */
  trouble: boolean
  /** The urgency that stands. */
  urgency: Urgency
}

/** What the words speak for, line by line; Alt with the line's number takes it. Nothing is taken by itself. */
export function IntakeAdvice({ draft, change, advice, trouble, urgency }: IntakeAdviceProps) {
  const words = useIntakeWords()
  const lines = linesOf(advice, urgency)
  const none = draft.words.trim() === '' ? words.adviceEmpty : words.adviceNone
  return (
    <section className="part intake-advice">
      <h2>{words.advice}</h2>
      <p className={lines.length > 0 ? 'hidden-text' : 'hint'} role="status">
        {lines.length > 0 ? fill(words.adviceCount, { count: lines.length }) : null}
        {lines.length === 0 ? (trouble ? words.adviceTrouble : none) : null}
      </p>
      <ol>
        {lines.map((line, index) => (
          <Line
            key={keyOf(line)}
            line={line}
            keys={`Alt+${index + 1}`}
            taken={isTaken(line, draft)}
            run={() => change(taking(line, draft))}
          />
        ))}
      </ol>
    </section>
  )
}

function keyOf(line: AdviceLine): string {
  if (line.kind === 'special') return `${line.reason} ${line.channel}`
  if (line.kind === 'category') return `category ${line.code}`
  if (line.kind === 'article') return `article ${line.id}`
  return line.kind === 'urgency' ? 'urgency' : line.number
}

/** What the line says, and why. */
function useSaid(line: AdviceLine): { label: string; about: string } {
  const words = useIntakeWords()
  const { otherChannel } = useAcceptWords()
  const matter = useMatterWords()
  if (line.kind === 'similar') {
    const label = fill(words.lines.similar, { title: line.title })
    return { label, about: `${line.number} · ${line.about}` }
  }
  const about = fill(words.because, { words: line.because.join('、') })
  if (line.kind === 'article') {
    const label = fill(words.lines.article, { title: line.title })
    return {
      label,
      about: [line.about, line.because.length > 0 ? about : ''].filter(Boolean).join(' · '),
    }
  }
  switch (line.kind) {
    case 'special': {
      const said = words.lines[line.reason]
      return { label: fill(said, { channel: otherChannel[line.channel] }), about }
    }
    case 'category':
      return { label: fill(words.lines.category, { name: line.name }), about }
    case 'urgency':
      return {
        label: fill(words.lines.urgency, { urgency: matter.urgency[line.urgency] }),
        about,
      }
  }
}

type LineProps = { line: AdviceLine; keys: string; taken: boolean; run: () => void }

function Line({ line, keys, taken, run }: LineProps) {
  const words = useIntakeWords()
  const { label, about } = useSaid(line)
  useShortcut({ keys, label, group: 'here', run })
  return (
    <li className={line.kind === 'special' ? 'advice-line advice-danger' : 'advice-line'}>
      <Button kind="quiet" onPress={run} keyHint={keys}>
        <span className="advice-words">
          <span>
            {line.kind === 'special' ? <Mark tone="late" /> : null}
            {label}
            {taken ? <span className="advice-taken">{words.taken}</span> : null}
          </span>
          <span className="option-about">{about}</span>
        </span>
      </Button>
    </li>
  )
}
