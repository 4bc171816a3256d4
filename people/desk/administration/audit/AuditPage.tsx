import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Menu } from '#foundation/desk/parts/Menu.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { Register } from '#foundation/desk/register/Register.tsx'
import { usePages } from '#foundation/desk/register/use-pages.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import type { Column } from '#foundation/desk/table/column.ts'
import { momentOfField } from '#foundation/screens/local-time.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { auditLog } from '../../../administration-contract.ts'
import type { AuditEntry } from '../../../model.ts'
import { ForPosts } from '../../ForPosts.tsx'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'
import { AuditSheet } from './AuditSheet.tsx'
import { type AuditFilter, exportAddress, inputOf } from './audit-filter.ts'

/** Who did what to accounts, posts, rules and data: the trade of the audit administrator. */
export function AuditPage() {
  const { onlyAudit } = useAdministrationWords()
  return (
    <ForPosts kinds={['auditAdmin']} otherwise={onlyAudit}>
      <AuditRegister />
    </ForPosts>
  )
}

function AuditRegister() {
  const { audit: words } = useAdministrationWords()
  const { audit: events, administration } = usePeopleWords()
  const [filter, setFilter] = useState<AuditFilter>({ from: '', until: '', what: '', person: '' })
  const change = (more: Partial<AuditFilter>) => setFilter((last) => ({ ...last, ...more }))
  const input = inputOf(filter, momentOfField)
  const { pages, asking, more } = usePages(auditLog, input)
  const nameOf = ({ what }: AuditEntry) => (events as Record<string, string>)[what] ?? what
  return (
    <Register
      title={administration.auditLog}
      about={words.about}
      columns={useColumns(nameOf)}
      rows={pages.flatMap(({ entries }) => entries)}
      idOf={({ id }) => id}
      nameOf={nameOf}
      asking={asking}
      onMore={more}
      empty={<p>{words.empty}</p>}
      filters={<Filters filter={filter} change={change} />}
      acts={
        <Menu
          label={words.export}
          groups={[
            {
              heading: words.exportHint,
              entries: (['xlsx', 'csv'] as const).map((format) => ({
                key: format,
                label: format === 'xlsx' ? 'Excel (.xlsx)' : 'CSV (.csv)',
                run: () => location.assign(exportAddress(input, format)),
              })),
            },
          ]}
        />
      }
      detail={(entry) => (
        <AuditSheet
          entry={entry}
          event={nameOf(entry)}
          narrowed={filter.person !== ''}
          onPerson={(person) => change({ person })}
        />
      )}
    />
  )
}

type FiltersProps = { filter: AuditFilter; change: (more: Partial<AuditFilter>) => void }

const anyEvent = 'any'

function Filters({ filter, change }: FiltersProps) {
  const { audit: words } = useAdministrationWords()
  const { audit: events } = usePeopleWords()
  const choices = Object.entries(events).map(([key, label]) => ({ key, label }))
  return (
    <>
      <TextField
        label={words.from}
        type="datetime-local"
        value={filter.from}
        onChange={(from) => change({ from })}
      />
      <TextField
        label={words.until}
        type="datetime-local"
        value={filter.until}
        onChange={(until) => change({ until })}
      />
      <Select
        label={words.what}
        required
        choices={[{ key: anyEvent, label: words.anything }, ...choices]}
        value={filter.what || anyEvent}
        onChange={(what) => change({ what: what === anyEvent ? '' : what })}
      />
    </>
  )
}

function useColumns(nameOf: (entry: AuditEntry) => string): readonly Column<AuditEntry>[] {
  const { audit: words } = useAdministrationWords()
  const language = useLanguage()
  const now = useNow()
  return [
    {
      key: 'at',
      label: words.at,
      width: '10rem',
      narrow: 'about',
      cell: ({ at }) => sayMoment(at, language, now),
    },
    {
      key: 'person',
      label: words.person,
      width: 'minmax(6rem, 1fr)',
      narrow: 'about',
      cell: ({ personName }) => personName ?? words.nobody,
    },
    {
      key: 'what',
      label: words.what,
      width: 'minmax(9rem, 1.4fr)',
      narrow: 'title',
      cell: nameOf,
    },
    {
      key: 'detail',
      label: words.detail,
      width: 'minmax(10rem, 3fr)',
      narrow: 'none',
      cell: ({ detail }) =>
        Object.values(detail)
          .filter((value) => value !== null && !/^[0-9a-f-]{36}$/.test(String(value)))
          .join(' · '),
    },
    {
      key: 'address',
      label: words.address,
      width: 'minmax(7rem, 1fr)',
      narrow: 'none',
      cell: ({ address }) => address,
    },
  ]
}
