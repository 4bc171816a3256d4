import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { Checkbox } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { fill } from '#foundation/languages.ts'
import { splitHotIssue } from '../../hot/contract.ts'
import type { HotIssueView, MemberView } from './hot-view.ts'
import { useHotWords } from './hot-words.ts'

type SplitProps = {
  issue: HotIssueView
  matters: readonly MemberView[]
  onClose: () => void
}

/** The matters chosen become an issue of their own. */
export function SplitIssue({ issue, matters, onClose }: SplitProps) {
  const { desk: words } = useHotWords()
  const blank = { title: '', matters: [] as readonly string[] }
  const form = useCommandForm(splitHotIssue, blank, (fields) => ({
    issue: issue.id,
    title: fields.title,
    matters: [...fields.matters],
  }))
  const { fields, trouble } = form
  const choose = (id: string, chosen: boolean) =>
    form.change({
      matters: chosen ? [...fields.matters, id] : fields.matters.filter((other) => other !== id),
    })
  return (
    <FormDialog
      title={words.acts.split}
      open
      onClose={onClose}
      lead={fill(words.acts.splitLead, { title: issue.title })}
      send={words.acts.split}
      busy={form.busy}
      trouble={trouble.at('matters') ?? trouble.rest}
      onSend={() =>
        form.send(() => {
          onClose()
          tellDone(fill(words.split, { title: fields.title }))
        })
      }
    >
      <TextField
        label={words.newTitle}
        error={trouble.at('title')}
        value={fields.title}
        onChange={(title) => form.change({ title })}
        maxLength={80}
        required
        autoFocus
      />
      <fieldset className="hot-choose">
        <legend>{words.choose}</legend>
        {matters.map(({ id, number, title }) => (
          <Checkbox
            key={id}
            label={`${number} ${title}`}
            checked={fields.matters.includes(id)}
            onChange={(chosen) => choose(id, chosen)}
          />
        ))}
      </fieldset>
    </FormDialog>
  )
}
