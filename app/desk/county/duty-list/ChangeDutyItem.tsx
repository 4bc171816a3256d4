import { useNow } from '#foundation/desk/clock.ts'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { changeDutyItem } from '#matters/dispatch/lists-contract.ts'
import type { DutyItemView } from '#matters/dispatch/model.ts'
import { DutyItemFields, fieldsOfItem, itemInput } from './DutyItemFields.tsx'
import { useDutyWords } from './duty-words.ts'

type ChangeDutyItemProps = {
  item: DutyItemView
  /** How the item's place is called; null for the whole county. */
  divisionName: string | null
  onClose: () => void
}

/** Another content for an item from a day on. What was published stays readable, with its end. */
export function ChangeDutyItem({ item, divisionName, onClose }: ChangeDutyItemProps) {
  const words = useDutyWords()
  const language = useLanguage()
  const now = useNow()
  const known = fieldsOfItem(item, divisionName)
  const form = useCommandForm(changeDutyItem, known, itemInput, ['note'])
  const { fields, change, trouble } = form
  return (
    <FormDialog
      title={fill(words.changeTitle, { id: item.id })}
      open
      onClose={onClose}
      lead={words.changeLead}
      send={words.change}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() =>
        form.send(({ id, validFrom }) => {
          onClose()
          tellDone(fill(words.changed, { id, day: sayDay(validFrom, language, now) }))
        })
      }
    >
      <DutyItemFields fields={fields} change={change} trouble={trouble} fixed />
    </FormDialog>
  )
}
