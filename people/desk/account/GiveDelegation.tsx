import { useState } from 'react'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import type { Trouble } from '#foundation/desk/form/form-trouble.ts'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { fill } from '#foundation/languages.ts'
import { momentOfField } from '#foundation/screens/local-time.ts'
import { delegate } from '../../contract.ts'
import { type Me, useMe } from '../me.ts'
import { OfficeChoice } from '../OfficeChoice.tsx'
import { OfficerChoice } from '../OfficerChoice.tsx'
import { usePeopleWords } from '../people-words.ts'
import { useAccountWords } from './account-words.ts'

const blank = { post: '', to: '', from: '', until: '', reason: '' }

function inputOf({ post, to, from, until, reason }: typeof blank, actId: string) {
  const begin = momentOfField(from)
  const more = begin ? { from: begin } : {}
  return { actId, post, to, until: momentOfField(until) ?? '', reason, ...more }
}

type FieldsProps = {
  fields: typeof blank
  change: (more: Partial<typeof blank>) => void
  trouble: Trouble
}

type GiveDelegationProps = { posts: Me['posts']; onClose: () => void }

/** Lends an own post to a colleague: the own office stands there already, an only post needs no choice. */
export function GiveDelegation({ posts, onClose }: GiveDelegationProps) {
  const { delegation: words } = useAccountWords()
  const people = usePeopleWords()
  const { person } = useMe()
  const [first] = posts
  const [office, setOffice] = useState<string | null>(first?.office ?? null)
  const [name, setName] = useState('')
  const form = useCommandForm(delegate, { ...blank, post: first?.post ?? '' }, inputOf)
  const { fields, change, trouble } = form
  const done = () => {
    onClose()
    tellDone(fill(words.giveDone, { name }))
  }
  return (
    <FormDialog
      title={people.delegation.give}
      open
      onClose={onClose}
      lead={words.giveLead}
      send={people.delegation.give}
      busy={form.busy}
      trouble={trouble.rest}
      onSend={() => form.send(done)}
    >
      <PostField posts={posts} fields={fields} change={change} trouble={trouble} />
      <OfficeChoice
        label={words.office}
        hint={words.toHint}
        value={office}
        onChange={(next) => {
          setOffice(next)
          change({ to: '' })
        }}
        required
      />
      <OfficerChoice
        label={people.fields.to}
        error={trouble.at('to')}
        office={office}
        without={person ? [person] : []}
        value={fields.to || null}
        onChange={(to, chosen) => {
          change({ to: to ?? '' })
          setName(chosen ?? '')
        }}
        required
      />
      <SpanFields fields={fields} change={change} trouble={trouble} />
    </FormDialog>
  )
}

/** Which post, where there is a choice. */
function PostField({ posts, fields, change, trouble }: FieldsProps & { posts: Me['posts'] }) {
  const people = usePeopleWords()
  if (posts.length < 2) return null
  return (
    <Select
      label={people.fields.post}
      error={trouble.at('post')}
      required
      choices={posts.map((post) => ({
        key: post.post,
        label: people.postKinds[post.kind],
        about: post.officeName,
      }))}
      value={fields.post}
      onChange={(post) => change({ post })}
    />
  )
}

/** How long and why. */
function SpanFields({ fields, change, trouble }: FieldsProps) {
  const { delegation: words } = useAccountWords()
  const people = usePeopleWords()
  const moment = { type: 'datetime-local' as const, autoComplete: 'off' }
  return (
    <>
      <div className="fields-row">
        <TextField
          {...moment}
          label={people.fields.from}
          hint={words.fromHint}
          error={trouble.at('from')}
          value={fields.from}
          onChange={(from) => change({ from })}
        />
        <TextField
          {...moment}
          label={people.fields.until}
          error={trouble.at('until')}
          value={fields.until}
          onChange={(until) => change({ until })}
          required
        />
      </div>
      <TextField
        label={people.fields.reason}
        hint={words.reasonHint}
        error={trouble.at('reason')}
        value={fields.reason}
        onChange={(reason) => change({ reason })}
        maxLength={500}
        required
      />
    </>
  )
}
