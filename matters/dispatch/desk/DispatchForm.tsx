import { RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import type { Choice } from '#foundation/desk/parts/Select.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { chosen, lastEntry, lastText, said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { OfficeChoice, OfficesChoice } from '#people/desk/OfficeChoice.tsx'
import { useOfficeName } from '#people/desk/offices.ts'
import { checkAssignment, dispatch } from '../contract.ts'
import { type DutyItemView, reasonLengthMax } from '../model.ts'
import { useItemWords } from './DutyAdvice.tsx'
import { DutyWarnings } from './DutyWarnings.tsx'
import { useDispatchWords } from './dispatch-words.ts'
import { useListed } from './listed.ts'

const byOwnBasis = 'none'

/** The office a contested dispatch named instead, where it was upheld. */
function wantedOffice(matter: MatterView): string | null {
  const objected = lastEntry(matter, 'object')?.seq ?? 0
  const dispatched = lastEntry(matter, 'dispatch')?.seq ?? 0
  return objected > dispatched ? lastText(matter, 'object', 'wanted') : null
}

/**
 * What is known before anything is chosen: an office named in a dispute, else the best item of the duty list, else whom
 * the judging named.
 */
function knownOf(matter: MatterView, best: DutyItemView | undefined) {
  const wanted = wantedOffice(matter)
  const item = wanted === null || best?.lead === wanted ? best : undefined
  return {
    item: item?.id ?? byOwnBasis,
    lead: wanted ?? item?.lead ?? lastText(matter, 'judge', 'responsibleOffice'),
    assisting: (item?.assisting ?? []) as readonly string[],
    basis: lastText(matter, 'judge', 'basis') ?? '',
    opinion: '',
  }
}

/** Why the chosen offices cannot be given it, by the township list and the guard, before anything is sent. */
function useWhyNotThese(
  matter: string,
  { lead, assisting }: { lead: string | null; assisting: readonly string[] },
): string | null {
  const asked = {
    matter,
    lead: lead ?? '',
    ...(assisting.length > 0 ? { assisting: assisting.join(',') } : {}),
  }
  return useAsk(checkAssignment, asked, { when: lead !== null }).data?.refusal?.detail ?? null
}

/** Gives a matter to its lead office and those who assist it, with what that rests on. */
export function DispatchForm(props: ActFormProps) {
  const { matter } = props
  const words = useDispatchWords().desk.dispatch
  const officeName = useOfficeName()
  const listed = useListed(matter)
  const items = listed?.items ?? []
  const itemOf = ({ item, lead }: { item: string; lead: string | null }) =>
    items.find(({ id, lead: led }) => id === item && led === lead)
  const form = useActForm(dispatch, props, knownOf(matter, items[0]), (draft) => {
    const item = itemOf(draft)
    return {
      lead: chosen(draft.lead),
      assisting: draft.assisting.length > 0 ? [...draft.assisting] : undefined,
      dutyItem: item?.id,
      basis: item ? undefined : said(draft.basis),
      opinion: said(draft.opinion),
    }
  })
  const { draft, bind, change } = form
  const item = itemOf(draft)
  const whyNot = useWhyNotThese(matter.id, draft)
  const wanted = wantedOffice(matter)
  const lead = draft.lead === null ? undefined : officeName(draft.lead)
  return (
    <ActForm
      verb="dispatch"
      form={form}
      lead={words.lead}
      {...(lead === undefined ? {} : { send: fill(words.send, { office: lead }) })}
      wait={whyNot}
      onClose={props.onClose}
    >
      {wanted === null ? null : (
        <p className="hint">{fill(words.wanted, { office: officeName(wanted) ?? '' })}</p>
      )}
      <DutyChoice
        items={items}
        known={listed !== undefined}
        categorised={matter.category !== null}
        value={item?.id ?? byOwnBasis}
        onChange={(id) => {
          const chosen = items.find((one) => one.id === id)
          if (!chosen) return change({ item: byOwnBasis })
          change({ item: id, lead: chosen.lead, assisting: chosen.assisting })
        }}
      />
      <DutyWarnings warnings={listed?.warnings ?? []} />
      <OfficeChoice label={words.leadOffice} required {...bind('lead')} without={draft.assisting} />
      <OfficesChoice
        label={words.assisting}
        {...bind('assisting')}
        without={draft.lead === null ? [] : [draft.lead]}
      />
      {item ? null : (
        <TextField label={words.basis} {...bind('basis')} maxLength={500} rows={2} required />
      )}
      <TextField label={words.opinion} {...bind('opinion')} maxLength={reasonLengthMax} rows={2} />
    </ActForm>
  )
}

type DutyChoiceProps = {
  items: readonly DutyItemView[]
  /** The lists have answered. */
  known: boolean
  categorised: boolean
  value: string
  onChange: (item: string) => void
}

function DutyChoice({ items, known, categorised, value, onChange }: DutyChoiceProps) {
  const words = useDispatchWords().desk.dispatch
  const sayItem = useItemWords()
  if (!categorised) return <p className="hint">{words.noCategory}</p>
  if (items.length === 0) return known ? <p className="hint">{words.silent}</p> : null
  const choices: Choice[] = items.map((item) => ({
    key: item.id,
    label: item.item,
    about: sayItem(item),
  }))
  return (
    <RadioGroup
      label={words.duty}
      required
      choices={[...choices, { key: byOwnBasis, label: words.none }]}
      value={value}
      onChange={onChange}
    />
  )
}
