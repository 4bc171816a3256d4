import type { filesZh } from './files-zh-CN.ts'
import type { Words } from './languages.ts'

export const filesEn = {
  refusals: {
    fileEmpty: 'The file is empty.',
    tooLarge: 'The file is too large. The limit is {limit} MB.',
    typeRefused:
      'This kind of file cannot be taken. You can upload: {allowed}. The content counts, not the name.',
    macros: 'The file contains macros. Save it as .docx or .xlsx without macros and upload that.',
    diskFull:
      'The server has no room left and the file was not saved. Try again later and tell the administrator.',
    zipBroken: 'The file is damaged or incomplete. Export or download it again, then upload it.',
    zipLocked: 'The file is protected by a password. Remove the password, then upload it.',
    zipBomb: 'The file would unpack to far too much and was not opened.',
    photoHeic:
      'HEIC photos cannot be read yet. Set the camera format to “Most Compatible”, or save the photo as JPEG.',
    photoBroken: 'The photo is damaged or incomplete. Take it again or choose another.',
    photoTooManyPixels:
      'The photo has too many pixels. The limit is {limit} megapixels. Make it smaller first.',
    tableUnreadable: 'This file is not a table we know. You can import XLSX, CSV and JSON.',
    tableEmpty: 'The file holds no table.',
    tableIsWebPage:
      'This file is really a web page or XML. Open it in Excel or WPS, save it as .xlsx and import that.',
    spreadsheetOld:
      'This is an old spreadsheet (.xls or .xlsb). Open it in Excel or WPS, save it as .xlsx and import that.',
    sheetMissing: 'The file has no sheet named “{sheet}”.',
    tooManyRows: 'Too many rows. The limit is {limit} at a time. Split the file.',
    tooManyColumns: 'Too many columns. The limit is {limit}.',
    rowRagged:
      'This row has {found} cells, the header has {expected}. Look for stray separators or line breaks, or save as .xlsx.',
    cellTooLong: '“{column}” is too long here. The limit is {limit} characters.',
    cellError: 'The cell in column {column} is an error ({value}) and has no content.',
    brokenCharacters:
      '“{column}” holds characters that cannot be read. The encoding of the file may be wrong.',
    quoteOpen: 'From this row on a quote is never closed. The rows below cannot be read.',
    jsonBroken: 'This entry is not complete JSON.',
    jsonNotObject: 'This entry is not a JSON object.',
    tableCutShort: 'The file breaks off here. What follows is missing.',
  },
  notes: {
    nameLies: 'The name says {said}, the content is {format}. It was read by its content.',
    rowsAboveHeader: 'Row {row} was taken as the header. The rows above it were not read.',
    otherSheets: 'Only the sheet “{sheet}” was read. Not read: {others}.',
    headersRenamed: 'Columns without a name, or with one used twice, are called: {names}.',
  },
} satisfies Words<typeof filesZh>
