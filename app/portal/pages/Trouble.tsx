import { ActionLink, Actions } from '#foundation/portal/Form.tsx'
import { useFrame } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { words } from '../../words.ts'

export type TroubleProps = {
  title: string
  /** What to do about it. */
  detail: string
  /** Where the reader came from, when that is a page of ours. */
  back?: string
}

/** The page shown instead of the one asked for: missing, refused, failed, store away. */
export function Trouble({ title, detail, back }: TroubleProps) {
  const { language, home } = useFrame()
  const { trouble } = words[language].app
  return (
    <Page title={title} lead={detail}>
      <Actions>
        {back ? <ActionLink href={back} label={trouble.back} /> : null}
        <ActionLink href={home.href} label={trouble.home} kind={back ? 'other' : 'next'} />
      </Actions>
    </Page>
  )
}
