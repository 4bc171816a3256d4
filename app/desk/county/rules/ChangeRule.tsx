import { useNow } from '#foundation/desk/clock.ts'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import type { Trouble } from '#foundation/desk/form/form-trouble.ts'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { type RuleSource, ruleSources } from '#foundation/rules-with-citations.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { changeRule } from '../../../rules-contract.ts'
import { sayRuleName, sayRuleValue, saySource } from '../../../say-rule.ts'
import { words as allWords } from '../../../words.ts'
import { RuleValueFields } from './RuleValueFields.tsx'
import { fieldsOf, readValue } from './rule-fields.ts'
import type { Version } from './rule-rows.ts'
import { useRulesWords } from './rules-words.ts'

/** Names of posts for their codes and back: lists of approvers are read by people. */
function usePostNames() {
  const kinds: Readonly<Record<string, string>> = allWords[useLanguage()].people.postKinds
  return {
    nameOf: (item: string) => kinds[item] ?? item,
    codeOf: (shown: string) =>
      Object.entries(kinds).find(([, name]) => name === shown)?.[0] ?? shown,
  }
}

/** A new version of a rule from a coming day on. What stands now is filled in. */
export function ChangeRule({ version, onClose }: { version: Version; onClose: () => void }) {
  const { rules: words } = useRulesWords()
  const language = useLanguage()
  const now = useNow()
  const { nameOf, codeOf } = usePostNames()
  const { id, value: before } = version
  const blank = {
    value: fieldsOf(before, nameOf),
    citation: version.citation,
    source: version.source as RuleSource,
    note: version.note,
    from: '',
  }
  const form = useCommandForm(changeRule, blank, ({ value, ...fields }, actId) => ({
    ...fields,
    id,
    actId,
    value: readValue(before, value, codeOf) ?? before,
  }))
  const { fields, change, trouble } = form
  const value = readValue(before, fields.value, codeOf)
  const done = () => {
    onClose()
    tellDone(
      fill(words.changed, {
        name: sayRuleName(id, language),
        day: sayDay(fields.from, language, now),
        value: sayRuleValue(value ?? before, language),
      }),
    )
  }
  return (
    <FormDialog
      title={`${words.change} · ${sayRuleName(id, language)}`}
      open
      onClose={onClose}
      lead={words.changeLead}
      send={words.change}
      busy={form.busy}
      trouble={trouble.rest}
      whyNot={value === null ? words.unreadable : null}
      onSend={() => form.send(done)}
    >
      <RuleValueFields
        kind={before.kind}
        fields={fields.value}
        onChange={(more) => change({ value: { ...fields.value, ...more } })}
        error={value === null ? words.unreadable : trouble.at('value')}
      />
      <TextField
        label={words.from}
        hint={words.fromHint}
        error={trouble.at('from')}
        type="date"
        value={fields.from}
        onChange={(from) => change({ from })}
        required
      />
      <BasisFields fields={fields} change={change} trouble={trouble} />
    </FormDialog>
  )
}

type Basis = { readonly source: RuleSource; readonly citation: string; readonly note: string }
type BasisFieldsProps = {
  fields: Basis
  change: (more: Partial<Basis>) => void
  trouble: Trouble
}

/** What the new value rests on. */
function BasisFields({ fields, change, trouble }: BasisFieldsProps) {
  const { rules: words } = useRulesWords()
  const language = useLanguage()
  return (
    <>
      <Select
        label={words.source}
        error={trouble.at('source')}
        required
        choices={ruleSources.map((key) => ({ key, label: saySource(key, language) }))}
        value={fields.source}
        onChange={(source) => change({ source: source as RuleSource })}
      />
      <TextField
        label={words.citation}
        hint={words.citationHint}
        error={trouble.at('citation')}
        value={fields.citation}
        onChange={(citation) => change({ citation })}
        rows={2}
        maxLength={500}
        required
      />
      <TextField
        label={words.note}
        error={trouble.at('note')}
        value={fields.note}
        onChange={(note) => change({ note })}
        rows={2}
        maxLength={2000}
      />
    </>
  )
}
