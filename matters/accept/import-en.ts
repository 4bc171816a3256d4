import type { Words } from '#foundation/languages.ts'
import type { importZh } from './import-zh-CN.ts'

/** Words of importing matters, keys `import.<name>`. */
export const importEn = {
  field: {
    sourceNumber: 'number',
    receivedAt: 'received',
    title: 'title',
    words: 'words',
    channel: 'channel',
    type: 'type',
    category: 'category',
    urgency: 'urgency',
    placeText: 'place',
    division: 'division code',
    divisionName: 'village, community or township',
    lon: 'position',
    lat: 'position',
    happenedAt: 'happened',
    confidential: 'confidential',
    replyWanted: 'reply wanted',
    reporterName: 'name',
    reporterPhone: 'phone',
    office: 'office',
    reply: 'reply',
    repliedAt: 'time of reply',
    status: 'status',
    closedAt: 'closed',
    satisfaction: 'satisfaction',
  },
  told: {
    recognised: 'Recognised as {form}, source "{source}", time zone {zone}',
    datumUnknown:
      'No datum is told: positions are kept as they are and not used to find divisions and grids. Say `datum` in the mapping.',
    trouble: 'row {row}, {field}: {reason}',
    wholeRow: 'whole row',
    troublesMore: '{count} more are not shown; --json lists all.',
    progress: '{rows} rows read, {made} matters written',
    rows: '{rows} rows: {made} matters written, {known} imported before, {changed} changed since (not overwritten), {left} left out',
    dryRows:
      '{rows} rows: {made} matters would be written, {known} imported before, {changed} changed since (not overwritten), {left} left out',
    categories: '{count} new categories: {names}',
    offices:
      '{matched} offices of the file are offices of the county by name, {unmatched} are kept as words',
    stopped: 'Interrupted. Running it again goes on and doubles nothing.',
    dryRun: 'Dry run, nothing was written.',
    done: 'Took {seconds} s.',
  },
  refusals: {
    formUnknown:
      'The columns of this file are not known. Name a mapping with --map; --print-map prints one to edit. Columns: {columns}',
    mapUnreadable: 'The mapping file {path} cannot be read.',
    timeZoneUnknown: 'There is no time zone {zone}. Write a name like Asia/Shanghai.',
    columnMissing: 'The file has no column “{column}”.',
    fieldUnmapped: 'The mapping lacks a field that is needed: {field}.',
    fileMissing: 'There is no file {path}.',
    fieldEmpty: 'Nothing stands there.',
    numberTwice: 'The same number as in row {first}.',
    numberMangled:
      'A spreadsheet has rounded this number ({value}). Make the column text and export again.',
    receivedLater: 'The time lies in the future: {value}',
    beforeReceived: 'Before the matter was received ({value}); left out.',
    openButClosed: 'The status is “{value}”, yet there is a closing time; left out.',
    statusUnknown: 'The status “{value}” is not known; closing time and reply decide.',
    textTooLong: 'Longer than {limit} characters.',
    textCut: 'Longer than {limit} characters; cut.',
    positionHalf: 'Longitude or latitude is missing; left out.',
    positionUnreadable: 'The position is no pair of numbers ({lon}, {lat}); left out.',
    positionOutOfRange: 'The position is out of range ({lon}, {lat}); left out.',
    positionNowhere: 'The position ({lon}, {lat}) stands for “not located”; left out.',
    divisionUnknown: 'The county has no division “{value}”; it went into the words of the place.',
  },
} as const satisfies Words<typeof importZh>
