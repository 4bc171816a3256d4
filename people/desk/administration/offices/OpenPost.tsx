import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { DivisionChoice } from '#places/desk/DivisionChoice.tsx'
import { openPost } from '../../../administration-contract.ts'
import type { Office, PostKind } from '../../../model.ts'
import { useMe } from '../../me.ts'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'

const blank = { kind: '' as PostKind | '', title: '', division: '', divisionName: '', from: '' }

/** A new post in an office; its kind decides what its holder may do. */
export function OpenPost({ office, onClose }: { office: Office; onClose: () => void }) {
  const { posts: words, offices } = useAdministrationWords()
  const people = usePeopleWords()
  const english = useLanguage() === 'en'
  const { county } = useMe()
  const form = useCommandForm(openPost, blank, ({ kind, title, division, from }, actId) => ({
    actId,
    office: office.id,
    kind: kind as PostKind,
    title,
    division,
    from,
  }))
  const { fields, change, trouble } = form
  const done = () => {
    onClose()
    tellDone(fill(words.opened, { title: fields.title }))
  }
  return (
    <FormDialog
      title={people.administration.openPost}
      open
      onClose={onClose}
      lead={fill(words.openLead, { office: english ? office.nameEn : office.name })}
      send={people.administration.openPost}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() => form.send(done)}
    >
      <Select
        label={people.fields.postKind}
        error={trouble.at('kind')}
        required
        choices={Object.entries(people.postKinds).map(([key, label]) => ({ key, label }))}
        value={fields.kind || null}
        onChange={(kind) => change({ kind: kind as PostKind })}
      />
      <TextField
        label={people.fields.title}
        error={trouble.at('title')}
        value={fields.title}
        onChange={(title) => change({ title })}
        maxLength={100}
        autoComplete="off"
        required
      />
      <DivisionChoice
        label={people.fields.division}
        hint={words.divisionHint}
        error={trouble.at('division')}
        county={county}
        value={fields.division || null}
        valueName={fields.divisionName}
        onChange={(division, name) =>
          change({ division: division ?? '', divisionName: name ?? '' })
        }
      />
      <TextField
        label={offices.from}
        hint={offices.fromHint}
        error={trouble.at('from')}
        type="date"
        value={fields.from}
        onChange={(from) => change({ from })}
      />
    </FormDialog>
  )
}
