import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { chosen, lastText, said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { type RequestType, requestTypes, type Urgency, urgencies } from '#matters/matter/model.ts'
import { OfficeChoice } from '#people/desk/OfficeChoice.tsx'
import { judge, suggestTo } from '../contract.ts'
import { type LegalChannel, legalChannels, type Suggestion } from '../model.ts'
import { useAnalyseWords } from './analyse-words.ts'
import { useLeadSentence } from './answers/LikelyLeads.tsx'
import { CategoryChoice } from './CategoryChoice.tsx'
import { useCategories } from './categories.ts'

/** What stands in the record, else what the words speak for clearly; the rest is a person's to say. */
function knownOf(matter: MatterView, suggestion: Suggestion | undefined) {
  const sure = suggestion?.certain ? (suggestion.categories[0]?.category ?? null) : null
  const graver =
    matter.category === null && suggestion?.certain ? suggestion.urgency?.urgency : null
  return {
    category: matter.category ?? sure,
    type: matter.type as RequestType | null,
    urgency: (graver ?? matter.urgency) as Urgency,
    channel: (lastText(matter, 'judge', 'channel') ?? 'order') as LegalChannel,
    responsibleOffice: lastText(matter, 'judge', 'responsibleOffice'),
    basis: lastText(matter, 'judge', 'basis') ?? '',
    risk: lastText(matter, 'judge', 'risk') ?? '',
  }
}

/** Says what kind of matter it is and whose. */
export function JudgeForm(props: ActFormProps) {
  const { matter } = props
  const { desk, channel: channels } = useAnalyseWords()
  const words = desk.judge
  const { type: types, urgency: urgencyNames } = useMatterWords()
  const tree = useCategories()
  const suggestion = useAsk(suggestTo, { matter: matter.id }).data
  const form = useActForm(judge, props, knownOf(matter, suggestion), (draft) => ({
    category: chosen(draft.category),
    type: draft.type ?? undefined,
    urgency: draft.urgency,
    channel: draft.channel,
    responsibleOffice: draft.responsibleOffice ?? undefined,
    basis: said(draft.basis),
    risk: said(draft.risk),
  }))
  const { draft, bind, change } = form
  const leadSentence = useLeadSentence(matter, draft.category)
  const asSuggested =
    suggestion?.certain === true && draft.category === suggestion.categories[0]?.category
  const chooseCategory = (category: string | null) => {
    // A category that is urgent by itself makes the matter so; it may be put right below.
    const urgency = tree.find(({ code }) => code === category)?.urgency ?? 'general'
    change({ category, ...(urgency === 'general' ? {} : { urgency }) })
  }
  return (
    <ActForm verb="judge" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      <CategoryChoice
        label={words.category}
        hint={asSuggested ? words.certain : words.categoryHint}
        required
        {...bind('category')}
        onChange={chooseCategory}
      />
      <div className="fields-row">
        <Select
          label={words.type}
          choices={requestTypes.map((key) => ({ key, label: types[key] }))}
          {...bind('type')}
          onChange={(type) => change({ type: type as RequestType })}
        />
        <Select
          label={words.urgency}
          hint={words.urgencyHint}
          required
          choices={urgencies.map((key) => ({ key, label: urgencyNames[key] }))}
          {...bind('urgency')}
          onChange={(urgency) => change({ urgency: urgency as Urgency })}
        />
      </div>
      <div className="fields-row">
        <Select
          label={words.channel}
          required
          choices={legalChannels.map((key) => ({ key, label: channels[key] }))}
          {...bind('channel')}
          onChange={(channel) => change({ channel: channel as LegalChannel })}
        />
        <OfficeChoice
          label={words.responsibleOffice}
          hint={leadSentence}
          {...bind('responsibleOffice')}
        />
      </div>
      <TextField label={words.basis} {...bind('basis')} maxLength={500} />
      <TextField label={words.risk} hint={words.riskHint} {...bind('risk')} maxLength={500} />
    </ActForm>
  )
}
