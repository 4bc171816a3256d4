import { useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { Rows } from '#foundation/portal/Rows.tsx'
import { portalWords } from '../words.ts'

export type ChooserProps = {
  readonly counties: readonly { readonly county: number; readonly name: string }[]
  /** The page that was asked for, opened once the county is chosen. */
  readonly back: string
}

/** Where one installation serves several counties, the reader says which is theirs. */
export function ChooserPage({ counties, back }: ChooserProps) {
  const words = useWords(portalWords).chooser
  return (
    <Page title={words.title}>
      <Rows
        rows={counties.map(({ county, name }) => ({
          href: `/c/${county}?${new URLSearchParams({ back })}`,
          title: name,
          about: [],
        }))}
      />
    </Page>
  )
}
