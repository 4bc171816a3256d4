import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Part } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import { sayLimit } from '#foundation/time-words.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import type { DutyItemView } from '../model.ts'
import { DutyWarnings } from './DutyWarnings.tsx'
import { useDispatchWords } from './dispatch-words.ts'
import { useListed } from './listed.ts'

type DutyAdviceProps = {
  matter: MatterView
  /** Opens the form of dispatching by this item; null where the matter cannot be dispatched now. */
  onDispatch: ((item: DutyItemView) => void) | null
}

/** Who answers for this kind of matter in this place by the duty list, and what must not go to the township. */
export function DutyAdvice({ matter, onDispatch }: DutyAdviceProps) {
  const words = useDispatchWords().desk.advice
  const sayItem = useItemWords()
  const listed = useListed(matter)
  if (!listed) return null
  return (
    <Part heading={words.title}>
      {listed.items.length === 0 ? <p>{words.silent}</p> : null}
      <ul className="advice">
        {listed.items.map((item) => (
          <li key={item.id}>
            <div>
              <p>{item.item}</p>
              <p className="hint">{sayItem(item)}</p>
            </div>
            {onDispatch ? (
              <Button onPress={() => onDispatch(item)}>
                {fill(words.dispatchSo, { office: item.leadName })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <DutyWarnings warnings={listed.warnings} />
    </Part>
  )
}

/** "城管局主办。《城市照明管理规定》第二十条 办理时限 3 个工作日。" */
export function useItemWords(): (item: DutyItemView) => string {
  const words = useDispatchWords().desk.dispatch
  const language = useLanguage()
  return (item) => {
    const basis = fill(words.dutyAbout, { lead: item.leadName, basis: item.legalBasis })
    const limit = item.limit && fill(words.dutyLimit, { limit: sayLimit(item.limit, language) })
    return [basis, limit].filter(Boolean).join(' ')
  }
}
