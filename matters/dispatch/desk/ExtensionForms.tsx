import { useCitedRule } from '#foundation/desk/cited-rules.ts'
import { RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Quote } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import type { TimeUnit } from '#foundation/time.ts'
import { sayAmount, sayLimit } from '#foundation/time-words.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { chosen, lastEntry, lastText, said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { askExtension, decideExtension } from '../contract.ts'
import { extensionDecisions, reasonLengthMax } from '../model.ts'
import { useDispatchWords } from './dispatch-words.ts'

/** Asks for more time; the reason is what the reporter will read. */
export function AskExtensionForm(props: ActFormProps) {
  const { desk, unit: units } = useDispatchWords()
  const words = desk.askExtension
  const { act } = useMatterWords().desk
  const language = useLanguage()
  const rule = useCitedRule()('limit.extension')?.value
  const limit = rule?.kind === 'limit' ? rule.limit : null
  const form = useActForm(askExtension, props, { reason: '', amount: '' }, (draft) => ({
    reason: draft.reason.trim(),
    amount: chosen(draft.amount.trim() === '' ? null : Number(draft.amount)),
  }))
  return (
    <ActForm
      verb="askExtension"
      form={form}
      lead={words.lead}
      send={words.send}
      onClose={props.onClose}
    >
      <TextField
        label={words.reason}
        hint={act.publicHint}
        {...form.bind('reason')}
        rows={4}
        maxLength={reasonLengthMax}
        required
      />
      <TextField
        label={fill(words.amount, { unit: limit ? units[limit.unit] : '' })}
        hint={limit ? fill(words.most, { limit: sayLimit(limit, language) }) : null}
        {...form.bind('amount')}
        inputMode="numeric"
        maxLength={5}
        required
      />
    </ActForm>
  )
}

type Decision = (typeof extensionDecisions)[number]

/** What was asked for, as the record has it. */
function askedOf(matter: MatterView) {
  const body = lastEntry(matter, 'askExtension')?.body ?? {}
  return {
    reason: lastText(matter, 'askExtension', 'reason'),
    amount: Number(body.amount ?? 0),
    unit: (lastText(matter, 'askExtension', 'unit') ?? 'workingDay') as TimeUnit,
    nth: Number(body.nth ?? 1),
  }
}

/** Grants it whole or in part, or refuses it. */
export function DecideExtensionForm(props: ActFormProps) {
  const { extensionDecision, desk, unit: units } = useDispatchWords()
  const words = desk.decideExtension
  const language = useLanguage()
  const asked = askedOf(props.matter)
  const known = { decision: null as Decision | null, amount: String(asked.amount), reason: '' }
  const form = useActForm(decideExtension, props, known, (draft) => ({
    decision: chosen(draft.decision),
    amount: draft.decision === 'granted' ? Number(draft.amount) : undefined,
    reason: said(draft.reason),
  }))
  const { draft, bind, change } = form
  const amount = sayAmount(asked.amount, asked.unit, language)
  return (
    <ActForm
      verb="decideExtension"
      form={form}
      lead={
        <>
          <p>{words.lead}</p>
          <p>{fill(words.asked, { nth: asked.nth, amount })}</p>
          <Quote>{asked.reason}</Quote>
        </>
      }
      {...(draft.decision === null ? {} : { send: words.send[draft.decision] })}
      onClose={props.onClose}
    >
      <RadioGroup
        label={words.decision}
        required
        choices={extensionDecisions.map((key) => ({ key, label: extensionDecision[key] }))}
        {...bind('decision')}
        onChange={(decision) => change({ decision: decision as Decision })}
      />
      {draft.decision === 'granted' ? (
        <TextField
          label={fill(words.amount, { unit: units[asked.unit] })}
          {...bind('amount')}
          inputMode="numeric"
          maxLength={5}
          required
        />
      ) : null}
      <TextField
        label={words.reason}
        hint={draft.decision === 'refused' ? words.reasonNeeded : null}
        {...bind('reason')}
        rows={3}
        maxLength={reasonLengthMax}
        required={draft.decision === 'refused'}
      />
    </ActForm>
  )
}
