import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { fill } from '#foundation/languages.ts'
import { release } from '../../../administration-contract.ts'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'
import type { Serving } from './serving.ts'

type ReleaseProps = { officer: Serving; post: Serving['posts'][number]; onClose: () => void }

/** An officer leaves a post on a day. */
export function Release({ officer, post, onClose }: ReleaseProps) {
  const { people: words, offices } = useAdministrationWords()
  const people = usePeopleWords()
  const form = useCommandForm(release, { on: '' }, ({ on }) => ({
    post: post.post,
    officer: officer.id,
    on,
  }))
  const done = () => {
    onClose()
    tellDone(words.released)
  }
  return (
    <FormDialog
      title={people.administration.release}
      open
      onClose={onClose}
      lead={fill(words.releaseLead, { name: officer.name, title: post.title })}
      send={people.administration.release}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() => form.send(done)}
    >
      <TextField
        label={people.fields.on}
        hint={offices.fromHint}
        error={form.trouble.at('on')}
        type="date"
        value={form.fields.on}
        onChange={(on) => form.change({ on })}
      />
    </FormDialog>
  )
}
