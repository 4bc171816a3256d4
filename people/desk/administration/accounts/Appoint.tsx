import { useState } from 'react'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ComboBox } from '#foundation/desk/parts/Select.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { appoint, posts as postsContract } from '../../../administration-contract.ts'
import { OfficeChoice } from '../../OfficeChoice.tsx'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'
import type { Serving } from './serving.ts'

/** Gives an officer a post: the office first, then one of its posts. */
export function Appoint({ officer, onClose }: { officer: Serving; onClose: () => void }) {
  const { people: words, offices } = useAdministrationWords()
  const people = usePeopleWords()
  const [office, setOffice] = useState<string | null>(null)
  const form = useCommandForm(appoint, { post: '', from: '' }, (fields) => ({
    officer: officer.id,
    ...fields,
  }))
  const { fields, change, trouble } = form
  const input = { office: office ?? '' }
  const posts = useAsk(postsContract, input, { when: office !== null }).data?.posts ?? []
  const done = () => {
    onClose()
    tellDone(words.appointed)
  }
  return (
    <FormDialog
      title={people.administration.appoint}
      open
      onClose={onClose}
      lead={fill(words.appointLead, { name: officer.name })}
      send={people.administration.appoint}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() => form.send(done)}
    >
      <OfficeChoice
        label={people.fields.office}
        hint={words.postHint}
        value={office}
        onChange={(next) => {
          setOffice(next)
          change({ post: '' })
        }}
        required
      />
      <ComboBox
        // The box reads its choices once, when it is made.
        key={`${office} ${posts.length}`}
        label={people.fields.post}
        error={trouble.at('post')}
        choices={posts.map(({ id, title, kind }) => ({
          key: id,
          label: title,
          about: people.postKinds[kind],
        }))}
        value={fields.post || null}
        onChange={(post) => change({ post: post ?? '' })}
        required
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
