import type { FieldTrouble } from '#foundation/portal/Form.tsx'
import { type Refusal, type Refused, refuse } from '#foundation/refusal.ts'
import { isDay, numberOfDay } from '#foundation/time.ts'
import { momentOfLocalTime } from '#foundation/time-zone.ts'
import type { Place, Said } from '#matters/accept/model.ts'
import { whyNotPhone, whyNotWords } from '#matters/accept/rules.ts'
import type { ReportValues } from '../../../portal/pages/ReportPage.tsx'
import type { PlaceValues } from '../../../portal/parts/PlaceFields.tsx'
import { sayRefusal } from '../../../refusal-words.ts'
import type { SentForm } from '../form.ts'
import type { Visit } from '../page.ts'

/** Where it is, as the form has it; a point somebody does not want any more is left out. */
export function placeValuesOf({ text }: SentForm): PlaceValues {
  const point =
    text('dropPoint') === 'yes' ? {} : { lon: text('lon'), lat: text('lat'), datum: text('datum') }
  return { division: text('division'), placeText: text('placeText'), ...point }
}

export function reportValuesOf(form: SentForm): ReportValues {
  const { text } = form
  return {
    ...placeValuesOf(form),
    words: text('words'),
    category: text('category'),
    happened: text('happened'),
    name: text('name'),
    phone: text('phone'),
    confidential: text('confidential') === 'yes',
    noReply: text('noReply') === 'yes',
    behalfName: text('behalfName'),
    behalfRelation: text('behalfRelation'),
    consent: text('consent') === 'yes',
  }
}

/** The place as the contract wants it; what was typed into the hidden fields is checked there. */
export function placeSaid({ division, placeText, lon, lat, datum }: PlaceValues): Place {
  const point =
    lon && lat ? { lon: Number(lon), lat: Number(lat), datum: (datum ?? 'WGS84') as 'WGS84' } : {}
  return withoutEmpty({ division, text: placeText, ...point })
}

/** What the form says, as the contract wants it. A day means noon of that day in the county. */
export function saidOf(values: ReportValues, files: readonly string[], timeZone: string): Said {
  const { happened } = values
  const noon =
    happened && isDay(happened)
      ? momentOfLocalTime(numberOfDay(happened) * 86_400_000 + 43_200_000, timeZone)
      : null
  const behalf = values.behalfName
    ? {
        name: values.behalfName,
        relation: values.behalfRelation ?? '',
        consent: values.consent ?? false,
      }
    : undefined
  return withoutEmpty({
    words: values.words ?? '',
    category: values.category,
    place: placeSaid(values),
    // What is no day goes on as it was typed, to be refused by the contract.
    happenedAt: noon === null ? happened : new Date(noon).toISOString(),
    confidential: values.confidential,
    replyWanted: !values.noReply,
    files: [...files],
    reporter: { name: values.name, phone: values.phone, behalfOf: behalf },
  })
}

/** Fields the form left empty are not sent at all. */
export function withoutEmpty<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** Which field of the form asks what the contract calls by another name. */
const formFields: Readonly<Record<string, string>> = {
  'place.division': 'division',
  'place.text': 'placeText',
  place: 'placeText',
  'place.lon': 'placeText',
  'place.lat': 'placeText',
  'place.datum': 'placeText',
  happenedAt: 'happened',
  'reporter.name': 'name',
  'reporter.phone': 'phone',
  'reporter.behalfOf.name': 'behalfName',
  'reporter.behalfOf.relation': 'behalfRelation',
  'reporter.behalfOf.consent': 'consent',
  files: 'photos',
}

/** A refusal as the form shows it: beside the field that asked. */
export const troubleFrom = ({ refusal }: Refused, visit: Visit) => troubleOf(refusal, visit)

/** What the contract would refuse one after the other, told at once. */
export function troublesOf({ words = '', phone, ...values }: ReportValues, visit: Visit) {
  const { behalfName, behalfRelation, consent } = values
  const missing = (field: string, named: string) =>
    refuse('foundation.fieldMissing', 'invalid', { field, values: { field: named } })
  const forSomebody = behalfName || behalfRelation || consent
  const refusals = [
    whyNotWords(words),
    whyNotPhone(phone),
    forSomebody && !behalfName ? missing('reporter.behalfOf.name', 'behalf') : null,
    forSomebody && !behalfRelation ? missing('reporter.behalfOf.relation', 'relation') : null,
    forSomebody && !consent
      ? refuse('accept.consentMissing', 'invalid', { field: 'reporter.behalfOf.consent' })
      : null,
  ]
  return refusals.flatMap((refusal) => (refusal ? [troubleOf(refusal, visit)] : []))
}

function troubleOf(refusal: Refusal, { asked }: Visit): FieldTrouble {
  const { field } = refusal
  return {
    field: field && (formFields[field] ?? field),
    sentence: sayRefusal(refusal, asked.by.language),
  }
}
