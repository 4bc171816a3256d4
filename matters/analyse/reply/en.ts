import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

/** Answers: who handled the like, how it was answered, whether an answer says anything. */
export const en = {
  tasks: { category: 'Categories:', office: 'Lead offices:' },
  empty: {
    writing: 'So written, the reply may tell the resident nothing: {reason}',
    checking: 'This reply may say nothing: {reason} Judge for yourself; this is only a reminder.',
    reasons: {
      passedOn: 'it only says it was passed on, not what was found or done.',
      elsewhere: 'it only points to another office, without facts or grounds.',
      promised: 'it only promises to deal with it or to reply, without a result.',
      received: 'it only says it was received.',
      restated: 'it only repeats the resident’s words.',
      nothing: 'there is nothing beside greetings and thanks.',
    },
  },
  before: {
    title: 'How this was answered before',
    about: '{office}, {moment}',
    because: 'The same words: {words}',
    whole: 'Show the reply',
    copy: 'Use in reply',
    copyOf: 'Use in reply (from {number})',
    hint: 'Rewrite it for this matter afterwards.',
  },
  leads: {
    title: 'Likely lead offices',
    history:
      'The duty list is silent. These are guesses from who led like matters before; a person decides.',
    listed: 'Duty list: {lead}. {basis}',
    likely: '{office} (like matters before, {percent}% likely)',
    because: 'Words that spoke: {words}',
    dispatchSo: 'Dispatch to {office}',
    none: 'The duty list is silent, and there are too few like matters to go by.',
  },
} satisfies Words<typeof zh>
