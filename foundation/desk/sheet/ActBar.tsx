import { fill } from '../../languages.ts'
import { useShortcut } from '../keys/shortcuts.ts'
import { Button } from '../parts/Button.tsx'
import { useScreenWords } from '../setting.ts'

export type ActView = {
  readonly key: string
  /** What will happen: "转给城管局". */
  readonly label: string
  /** The single key that does it. */
  readonly keyHint?: string
  readonly whyNot?: string | null
  readonly run: () => void
  readonly busy?: boolean
  /** The one thing to do next; the first act unless told otherwise. */
  readonly next?: boolean
}

/** At the bottom of a matter: what is mine to do now, each with its key; and what is not, each with its reason. */
export function ActBar({ acts }: { acts: readonly ActView[] }) {
  const words = useScreenWords()
  const mine = acts.filter((act) => !act.whyNot)
  const off = acts.filter((act) => act.whyNot)
  if (acts.length === 0) return null
  return (
    <section className="acts" aria-label={words.acts}>
      <div className="acts-mine">
        {mine.map((act, index) => (
          <Act key={act.key} act={act} next={act.next ?? index === 0} />
        ))}
      </div>
      {off.length > 0 ? (
        <details className="acts-off" open={mine.length === 0}>
          <summary>{fill(words.actsOff, { count: off.length })}</summary>
          <div className="acts-mine">
            {off.map((act) => (
              <Act key={act.key} act={act} next={false} />
            ))}
          </div>
        </details>
      ) : null}
    </section>
  )
}

function Act({ act, next }: { act: ActView; next: boolean }) {
  const { keyHint, label, run, whyNot } = act
  useShortcut(keyHint === undefined ? null : { keys: keyHint, label, run, group: 'here', whyNot })
  return (
    <Button
      kind={next ? 'next' : 'usual'}
      keyHint={keyHint}
      whyNot={whyNot}
      busy={act.busy ?? false}
      onPress={run}
    >
      {label}
    </Button>
  )
}
