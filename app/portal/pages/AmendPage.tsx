import { fill } from '#foundation/languages.ts'
import { TextArea } from '#foundation/portal/Field.tsx'
import {
  ActionLink,
  Actions,
  type FieldTrouble,
  Form,
  Submit,
  troubleOf,
} from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { PlaceFields, type PlaceGroup, type PlaceValues } from '../parts/PlaceFields.tsx'
import { portalWords } from '../words.ts'

export type AmendProps = {
  readonly number: string
  readonly actId: string
  readonly version: number
  /** ISO 8601. */
  readonly until: string
  readonly values: PlaceValues & { readonly words?: string }
  readonly troubles: readonly FieldTrouble[]
  readonly places: readonly PlaceGroup[]
}

/** 说错了: words and place of one's report as they stand, to be put right while nobody has worked with it. */
export function AmendPage({ number, actId, version, until, values, troubles, places }: AmendProps) {
  const all = useWords(portalWords)
  const { language, now } = useFrame()
  const words = all.amend
  const back = `/matters/${number}`
  return (
    <Page
      title={words.title}
      lead={fill(words.lead, { number, until: sayMoment(until, language, now) })}
      script="enhance"
    >
      <Form action={`${back}/amend`} troubles={troubles}>
        <input type="hidden" name="actId" value={actId} />
        <input type="hidden" name="seen" value={version} />
        <TextArea
          name="words"
          label={all.report.words}
          hint={words.wordsHint}
          required
          rows={7}
          maxLength={5000}
          value={values.words}
          error={troubleOf(troubles, 'words')}
        />
        <PlaceFields values={values} troubles={troubles} places={places} />
        <Actions>
          <Submit label={words.send} />
          <ActionLink href={back} label={words.leave} kind="other" />
        </Actions>
      </Form>
    </Page>
  )
}
