import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Part } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { Mark } from '#foundation/screens/Mark.tsx'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { suggestTo } from '../contract.ts'
import type { CategorySuggestion, SpecialHint, Suggestion } from '../model.ts'
import { useAnalyseWords } from './analyse-words.ts'

type AdviceProps = {
  matter: MatterView
  /** Opens the form of judging with this category; null where the matter cannot be judged now. */
  onJudge: ((category: string) => void) | null
}

/** What the words of a matter speak for, and which words those are. A person decides. */
export function Advice({ matter, onJudge }: AdviceProps) {
  const { desk, suggestion: words } = useAnalyseWords()
  const suggestion = useAsk(suggestTo, { matter: matter.id }).data
  if (!suggestion) return null
  const { categories, certain, special, urgency } = suggestion
  return (
    <Part heading={desk.advice.title}>
      {special.map((hint) => (
        <Special key={`${hint.channel} ${hint.call}`} hint={hint} />
      ))}
      {categories.length === 0 ? <p>{words.none}</p> : null}
      <ul className="advice">
        {categories.map((one) => (
          <CategoryLine key={one.category} suggested={one} onJudge={onJudge} />
        ))}
      </ul>
      {categories.length > 0 ? (
        <p className="hint">{certain ? words.certain : words.uncertain}</p>
      ) : null}
      <Urgency urgency={urgency} />
    </Part>
  )
}

function useBecause(): (because: readonly string[]) => string {
  const separator = useLanguage() === 'en' ? ', ' : '、'
  return (because) => because.join(separator)
}

type CategoryLineProps = { suggested: CategorySuggestion; onJudge: AdviceProps['onJudge'] }

function CategoryLine({ suggested, onJudge }: CategoryLineProps) {
  const { desk, suggestion: words } = useAnalyseWords()
  const because = useBecause()
  const english = useLanguage() === 'en'
  const { category, nameEn, score } = suggested
  const name = english ? nameEn : suggested.name
  return (
    <li>
      <div>
        <p>{name}</p>
        <p className="hint">
          {fill(words.because, { words: because(suggested.because) })} ·{' '}
          {fill(desk.advice.share, { percent: Math.round(score * 100) })} ·{' '}
          {words.source[suggested.source]}
        </p>
      </div>
      {onJudge ? (
        <Button onPress={() => onJudge(category)}>
          {fill(desk.advice.judgeSo, { category: name })}
        </Button>
      ) : null}
    </li>
  )
}

function Special({ hint }: { hint: SpecialHint }) {
  const { channel: channels, suggestion: words } = useAnalyseWords()
  const because = useBecause()
  return (
    <p className="advice-special">
      <Mark tone="soon" />
      <span>
        {fill(words.special, { channel: channels[hint.channel], words: because(hint.because) })}
        {hint.call === null ? null : ` ${fill(words.call, { call: hint.call })}`}
      </span>
    </p>
  )
}

function Urgency({ urgency }: { urgency: Suggestion['urgency'] }) {
  const { suggestion: words } = useAnalyseWords()
  const { urgency: names } = useMatterWords()
  const because = useBecause()
  if (!urgency) return null
  return (
    <p className="hint">
      {fill(words.urgency, {
        urgency: names[urgency.urgency],
        words: because(urgency.because),
      })}
    </p>
  )
}
