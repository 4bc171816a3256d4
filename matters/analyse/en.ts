import type { Words } from '#foundation/languages.ts'
import { en as desk } from './desk/en.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  desk,
  channel: {
    order: 'Ordinary order',
    emergency: 'Emergency',
    court: 'Court',
    arbitration: 'Arbitration',
    discipline: 'Discipline inspection and supervision',
    reconsideration: 'Administrative reconsideration',
    petition: 'Petition',
    disclosure: 'Request for government information',
    mediation: 'People’s mediation',
  },
  field: {
    category: 'Category',
    type: 'Kind of request',
    urgency: 'Urgency',
    channel: 'Way of dealing with it',
    responsibleOffice: 'Responsible office',
    dutyItem: 'Entry of the duty list',
    basis: 'Why it is their duty',
    risk: 'Risk of the matter',
    duplicateOf: 'Same as',
  },
  suggestion: {
    title: 'Suggested category',
    because: 'because of: {words}',
    certain: 'The words are clear; please confirm',
    uncertain: 'The words are not clear enough; you decide',
    none: 'No category to suggest',
    urgency: 'May be “{urgency}”: {words}',
    source: { learnt: 'from the county’s matters', names: 'from names of categories' },
    special: 'May belong to “{channel}”: {words}',
    call: 'If it is an emergency, call {call} first',
  },
  similar: {
    title: 'May be the same matter',
    none: 'Nothing alike was found',
    sameCategory: 'same category',
    sameDivision: 'same place',
    metres: 'about {metres} m apart',
    sharedWords: 'both mention: {words}',
    voices: 'reported by {count}',
  },
  linked: {
    told: 'It is the same matter as {to} and is dealt with together; your voice is counted',
    toldUnnamed:
      'It is the same as an earlier matter and is dealt with together; your voice is counted',
    undone: 'It is no longer linked to another matter',
  },
  learning: {
    title: 'Learning of categories',
    about:
      'Each night the system learns from the county’s closed and imported matters and is measured on matters held out. A new model serves only when it is at least as good. Officers confirm what is suggested.',
    none: 'Nothing has been learnt yet. It happens tonight, or when linli analyse train is run.',
    serves: 'Version {version} serves',
    servesNames: 'Suggestions come from the names and synonyms of categories',
    line: 'Version {version}: {outcome}',
    short: {
      live: 'went live',
      notBetter: 'not live, the one before is better',
      unmeasured: 'not live, too few matters to measure on',
      nothing: 'nothing was learnt',
    },
    learntFrom: 'learnt from {matters} matters in {categories} categories',
    figures: 'on {heldOut} held-out matters: {quality}, the model of the time {before}',
    told: {
      read: '{count} matters read',
      measured:
        'Version {version}: learnt from {matters} matters in {categories} categories ({leftOut} of too small categories not used) in {seconds} s; on {heldOut} held-out matters it scores {quality}, the model that serves {before}.',
      quicker: 'Another server has just learnt; its result counts.',
    },
    outcome: {
      live: 'It serves from now on.',
      notBetter: 'It does not serve: the one before is better and stays.',
      unmeasured: 'It does not serve: too few matters to measure it on.',
      nothing: 'Nothing was learnt: {reason}',
    },
  },
  refusals: {
    oneCategory: 'Only one category has enough matters: there is nothing to tell apart yet.',
    tooFewTexts: 'No category has {least} judged matters yet; nothing can be learnt.',
    modelsNotYours: 'Only the leader on duty and the system administrator see what was learnt.',
    categoryUnknown: 'There is no category {code}; please choose one from the tree.',
    officeUnknown: 'There is no such office; please choose another.',
    riskNamesPerson:
      'The risk note is about the matter, not about a person; take out numbers and the like.',
    linkTargetUnknown: 'That matter was not found; please check the number.',
    linkToSelf:
      'A matter cannot be linked to itself; if the other one is linked to it, nothing is left to do.',
    hasVoices:
      '{count} matters are linked to this one: link the other one to it, or move them first.',
    linkTargetEnded: '{number} stands at “{state}”; nothing can be linked to it.',
    linkedAlready: 'It is linked to {number} already.',
    notLinked: 'This matter is not linked to another.',
    rowWithoutName: 'This row has no name of a category.',
    rowWithoutParent: 'This row lacks the category above it.',
    rowTwice: '“{name}” stands in the table twice.',
    nameTooLong: 'The name is longer than {limit} characters.',
    codeMalformed: 'The code “{code}” may hold only letters, digits, dots and dashes, 40 at most.',
    codeDiffers:
      'The code of this category is {known}, the table says {code}; codes do not change.',
    codeTaken: 'The code {code} belongs to another category.',
    urgencyUnknown: 'There is no urgency “{urgency}”; it is urgent, lifeline, general or complex.',
  },
} as const satisfies Words<typeof zh>
