import { useMemo, useState } from 'react'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { Register } from '#foundation/desk/register/Register.tsx'
import type { Column } from '#foundation/desk/table/column.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { accounts as accountsContract, officers } from '../../../administration-contract.ts'
import { ForPosts } from '../../ForPosts.tsx'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'
import { AccountState } from './AccountState.tsx'
import { AddOfficer } from './AddOfficer.tsx'
import { OfficerSheet } from './OfficerSheet.tsx'
import type { Serving } from './serving.ts'

/** Officers, their posts and accounts: the trade of the security administrator. */
export function PeoplePage() {
  const { onlySecurity } = useAdministrationWords()
  return (
    <ForPosts kinds={['securityAdmin']} otherwise={onlySecurity}>
      <PeopleRegister />
    </ForPosts>
  )
}

function PeopleRegister() {
  const { people: words } = useAdministrationWords()
  const people = usePeopleWords()
  const [adding, setAdding] = useState(false)
  const answer = useAsk(officers, {})
  const accounts = useAsk(accountsContract, {}).data?.accounts
  const rows = useMemo(() => {
    const byOfficer = new Map(accounts?.map((account) => [account.officer, account]))
    return (answer.data?.officers ?? []).map(
      (officer): Serving => ({ ...officer, account: byOfficer.get(officer.id) ?? null }),
    )
  }, [answer.data, accounts])
  return (
    <>
      <Register
        title={people.administration.accounts}
        about={words.about}
        columns={useColumns()}
        rows={rows}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        textOf={({ name, account, posts }) =>
          [name, account?.login, ...posts.map((post) => post.officeName)].join(' ')
        }
        asking={answer}
        empty={<p>{words.empty}</p>}
        acts={<Button onPress={() => setAdding(true)}>{people.administration.addOfficer}</Button>}
        detail={(officer) => <OfficerSheet key={officer.id} officer={officer} />}
      />
      {adding ? <AddOfficer onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function useColumns(): readonly Column<Serving>[] {
  const { people: words } = useAdministrationWords()
  const { fields, postKinds } = usePeopleWords()
  return [
    {
      key: 'name',
      label: fields.name,
      width: 'minmax(6rem, 1fr)',
      narrow: 'title',
      cell: ({ name }) => name,
    },
    {
      key: 'posts',
      label: words.postsTitle,
      width: 'minmax(12rem, 3fr)',
      narrow: 'about',
      cell: ({ posts }) =>
        posts.map(({ kind, officeName }) => `${officeName} ${postKinds[kind]}`).join('；'),
    },
    {
      key: 'login',
      label: fields.login,
      width: 'minmax(6rem, 1fr)',
      narrow: 'about',
      cell: ({ account }) => account?.login,
    },
    {
      key: 'state',
      label: words.state,
      width: 'minmax(8rem, 1.4fr)',
      narrow: 'about',
      cell: ({ account }) => <AccountState account={account} />,
    },
  ]
}
