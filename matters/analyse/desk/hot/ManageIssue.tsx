import { useNow } from '#foundation/desk/clock.ts'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ComboBox } from '#foundation/desk/parts/Select.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { fill } from '#foundation/languages.ts'
import { dayHere } from '#foundation/screens/local-time.ts'
import { OfficeChoice } from '#people/desk/OfficeChoice.tsx'
import { leadHotIssue, mergeHotIssues, nameHotIssue } from '../../hot/contract.ts'
import type { HotIssueView } from './hot-view.ts'
import { useHotWords } from './hot-words.ts'

type ManageProps = { issue: HotIssueView; onClose: () => void }

/** A name of one's own; the machine leaves it. */
export function NameIssue({ issue, onClose }: ManageProps) {
  const { desk: words } = useHotWords()
  const form = useCommandForm(nameHotIssue, { title: issue.title }, ({ title }) => ({
    issue: issue.id,
    title,
  }))
  return (
    <FormDialog
      title={words.acts.name}
      open
      onClose={onClose}
      lead={words.acts.nameLead}
      send={words.acts.name}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() =>
        form.send(() => {
          onClose()
          tellDone(words.named)
        })
      }
    >
      <TextField
        label={words.newTitle}
        error={form.trouble.at('title')}
        value={form.fields.title}
        onChange={(title) => form.change({ title })}
        maxLength={80}
        required
        autoFocus
      />
    </FormDialog>
  )
}

/** Takes another issue of the list into this one. */
export function MergeIssues({
  issue,
  issues,
  onClose,
}: ManageProps & { issues: readonly HotIssueView[] }) {
  const { desk: words } = useHotWords()
  const form = useCommandForm(mergeHotIssues, { other: '' }, ({ other }) => ({
    issue: issue.id,
    other,
  }))
  const choices = issues
    .filter(({ id }) => id !== issue.id)
    .map(({ id, title, place }) => ({ key: id, label: title, about: place }))
  return (
    <FormDialog
      title={words.acts.merge}
      open
      onClose={onClose}
      lead={fill(words.acts.mergeLead, { title: issue.title })}
      send={words.acts.merge}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() =>
        form.send(() => {
          onClose()
          tellDone(words.merged)
        })
      }
    >
      <ComboBox
        label={words.other}
        error={form.trouble.at('other')}
        choices={choices}
        value={form.fields.other || null}
        onChange={(other) => form.change({ other: other ?? '' })}
        required
      />
    </FormDialog>
  )
}

/** One lead office and a month: the theme of that month. */
export function LeadIssue({ issue, onClose }: ManageProps) {
  const { desk: words } = useHotWords()
  const thisMonth = dayHere(useNow()).slice(0, '2026-03'.length)
  const blank = { office: issue.leadOffice ?? '', month: issue.themeMonth ?? thisMonth }
  const form = useCommandForm(leadHotIssue, blank, (fields) => ({ issue: issue.id, ...fields }))
  const { fields, trouble } = form
  return (
    <FormDialog
      title={words.acts.theme}
      open
      onClose={onClose}
      lead={fill(words.acts.themeLead, { title: issue.title })}
      send={words.acts.theme}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() =>
        form.send(() => {
          onClose()
          tellDone(fill(words.themed, { month: fields.month }))
        })
      }
    >
      <OfficeChoice
        label={words.office}
        error={trouble.at('office')}
        value={fields.office || null}
        onChange={(office) => form.change({ office: office ?? '' })}
        required
      />
      <TextField
        label={words.month}
        hint={words.monthHint}
        error={trouble.at('month')}
        value={fields.month}
        onChange={(month) => form.change({ month })}
        maxLength={7}
        autoComplete="off"
        required
      />
    </FormDialog>
  )
}
