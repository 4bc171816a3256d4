import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Part } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { type LikelyLead, suggestLead } from '../../route/contract.ts'
import { useAnswersWords } from './answers-words.ts'

/** Who may lead a matter, of the category that is being chosen where one is; undefined until known. */
const useLikelyLeads = ({ id }: MatterView, category: string | null = null) =>
  useAsk(suggestLead, { matter: id, ...(category === null ? {} : { category }) }).data

const percentOf = ({ probability }: LikelyLead) => Math.round((probability ?? 0) * 100)

/** The best likely lead in one sentence with what it rests on; null where nothing is known. */
export function useLeadSentence(matter: MatterView, category: string | null): string | null {
  const words = useAnswersWords().leads
  const advice = useLikelyLeads(matter, category)
  const [best] = advice?.offices ?? []
  if (!advice || !best) return null
  return advice.source === 'dutyList'
    ? fill(words.listed, { lead: best.name, basis: best.basis })
    : fill(words.likely, { office: best.name, percent: percentOf(best) })
}

type LikelyLeadsProps = {
  matter: MatterView
  /** Opens the form of dispatching to this office; null where the matter cannot be dispatched now. */
  onDispatch: ((office: string) => void) | null
}

/** Who led like matters before, where the duty list is silent. What the list says stands beside the list. */
export function LikelyLeads({ matter, onDispatch }: LikelyLeadsProps) {
  const words = useAnswersWords().leads
  const separator = useLanguage() === 'en' ? ', ' : '、'
  const advice = useLikelyLeads(matter)
  if (advice?.source !== 'history') return null
  return (
    <Part heading={words.title}>
      <p className="hint">{words.history}</p>
      <ul className="advice">
        {advice.offices.map((lead) => (
          <li key={lead.office}>
            <div>
              <p>{fill(words.likely, { office: lead.name, percent: percentOf(lead) })}</p>
              {lead.because.length > 0 ? (
                <p className="hint">
                  {fill(words.because, { words: lead.because.join(separator) })}
                </p>
              ) : null}
            </div>
            {onDispatch ? (
              <Button onPress={() => onDispatch(lead.office)}>
                {fill(words.dispatchSo, { office: lead.name })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  )
}
