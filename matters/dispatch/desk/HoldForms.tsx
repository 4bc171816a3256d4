import { useCitedRule } from '#foundation/desk/cited-rules.ts'
import { useNow } from '#foundation/desk/clock.ts'
import { RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { chosen, said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { suspend, wake } from '../contract.ts'
import { reasonLengthMax, type SuspensionKind, suspensionKinds } from '../model.ts'
import { useDispatchWords } from './dispatch-words.ts'

/** Puts a matter on hold with its reason and the day it wakes (trap 12). */
export function SuspendForm(props: ActFormProps) {
  const { desk, suspensionKind } = useDispatchWords()
  const words = desk.suspend
  const { act } = useMatterWords().desk
  const language = useLanguage()
  const now = useNow()
  const window = useCitedRule()('window.suspension')?.value
  const known = { kind: null as SuspensionKind | null, reason: '', wakeOn: '' }
  const form = useActForm(suspend, props, known, (draft) => ({
    kind: chosen(draft.kind),
    reason: draft.reason.trim(),
    wakeOn: chosen(said(draft.wakeOn) ?? null),
  }))
  const { draft, bind, change } = form
  return (
    <ActForm
      verb="suspend"
      form={form}
      lead={words.lead}
      send={
        draft.wakeOn === ''
          ? words.sendAny
          : fill(words.send, { day: sayDay(draft.wakeOn, language, now) })
      }
      onClose={props.onClose}
    >
      <RadioGroup
        label={words.kind}
        required
        inline
        choices={suspensionKinds.map((key) => ({ key, label: suspensionKind[key] }))}
        {...bind('kind')}
        onChange={(kind) => change({ kind: kind as SuspensionKind })}
      />
      <TextField
        label={words.reason}
        hint={act.publicHint}
        {...bind('reason')}
        rows={3}
        maxLength={reasonLengthMax}
        required
      />
      <TextField
        label={words.wakeOn}
        hint={window?.kind === 'days' ? fill(words.most, { days: window.days }) : null}
        {...bind('wakeOn')}
        type="date"
        required
      />
    </ActForm>
  )
}

/** Ends the hold before its day. */
export function WakeForm(props: ActFormProps) {
  const words = useDispatchWords().desk.wake
  const form = useActForm(wake, props, { reason: '' }, ({ reason }) => ({ reason: said(reason) }))
  return (
    <ActForm verb="wake" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      <TextField
        label={words.reason}
        {...form.bind('reason')}
        rows={2}
        maxLength={reasonLengthMax}
      />
    </ActForm>
  )
}
