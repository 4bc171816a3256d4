import { ActionLink, Actions } from '#foundation/portal/Form.tsx'
import { type PageLink, useFrame } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { words } from '../../words.ts'

export type TroubleProps = {
  title: string
  /** What to do about it. */
  detail: string
  /** Where the reader came from, when that is a page of ours. */
  back?: string
  /** Where what was looked for may be found. */
  next?: PageLink
}

/** The page shown instead of the one asked for: missing, refused, failed, store away. */
export function Trouble({ title, detail, back, next }: TroubleProps) {
  const { language, home } = useFrame()
  const { trouble } = words[language].app
  return (
    <Page title={title} lead={detail}>
      <Actions>
        {next ? <ActionLink {...next} /> : null}
        {back ? <ActionLink href={back} label={trouble.back} /> : null}
        <ActionLink href={home.href} label={trouble.home} kind={back || next ? 'other' : 'next'} />
      </Actions>
    </Page>
  )
}
