import { Link } from '@tanstack/react-router'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Part } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { readJudgements, similarTo } from '../contract.ts'
import { useAnalyseWords } from './analyse-words.ts'
import { useLikenessWords } from './likeness.ts'

type SimilarProps = {
  matter: MatterView
  /** Opens the form of linking to that number; null where it cannot be linked now. */
  onLink: ((number: string) => void) | null
}

/** Matters that may be the same, with the reasons; those linked to this one already. */
export function Similar({ matter, onLink }: SimilarProps) {
  const { desk, similar: words } = useAnalyseWords()
  const sayLikeness = useLikenessWords()
  const found = useAsk(similarTo, { matter: matter.id }).data ?? []
  if (found.length === 0) return null
  return (
    <Part heading={words.title}>
      <ul className="advice">
        {found.map((one) => (
          <li key={one.id}>
            <div>
              <p>
                <MatterLink number={one.number} title={one.title} />
              </p>
              <p className="hint">{sayLikeness(one)}</p>
            </div>
            {onLink && one.number !== matter.duplicateOf ? (
              <Button
                label={fill(desk.advice.linkSo, { number: one.number })}
                onPress={() => onLink(one.number)}
              >
                {desk.advice.linkThis}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** The duplicates of this matter: each is somebody's voice. */
export function Voices({ matter }: { matter: MatterView }) {
  const { advice } = useAnalyseWords().desk
  const language = useLanguage()
  const now = useNow()
  const voices = useAsk(readJudgements, { matter: matter.id }).data?.voices ?? []
  if (voices.length === 0) return null
  return (
    <Part heading={advice.voices}>
      <ul className="advice">
        {voices.map((voice) => (
          <li key={voice.id}>
            <p>
              <MatterLink number={voice.number} title={voice.title} />{' '}
              <span className="due-moment">{sayMoment(voice.receivedAt, language, now)}</span>
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function MatterLink({ number, title }: { number: string; title: string }) {
  return (
    <Link to={'/matters/$number' as string} params={{ number } as never}>
      {title}
    </Link>
  )
}
