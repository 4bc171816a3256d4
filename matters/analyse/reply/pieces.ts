import { plainText } from '../text/plain.ts'
import { unitsOf } from '../text/terms.ts'
import { foldWidth } from '../text/units.ts'

/**
 * What a piece of an answer does. Only `content` tells the resident something about their matter:
 * address 称呼问候 · received 已收悉 · passedOn 已转办 · elsewhere 请向别处咨询 · promised 将会回复 · courtesy 感谢祝愿 ·
 * restated 复述来件 · content 实质内容.
 */
export const pieceKinds = [
  'content',
  'address',
  'received',
  'passedOn',
  'elsewhere',
  'promised',
  'courtesy',
  'restated',
] as const
export type PieceKind = (typeof pieceKinds)[number]
export type Piece = { readonly kind: PieceKind; readonly text: string }

/** First that fits counts. Chinese and English; a form of words here is one that every such office uses. */
const signs: readonly (readonly [PieceKind, RegExp])[] = [
  ['courtesy', /感谢|谢谢|致谢|谅解|^祝|祝(?:您|你|愿)|很高兴|\bthanks?\b|\bregards\b|\bapologi/v],
  [
    'courtesy',
    /(?:欢迎|希望|敬请)(?:您|你)?.{0,12}(?:关注|监督|留意|支持|提.{0,4}意见)|宝贵意见$/v,
  ],
  [
    'address',
    /^(?:尊敬|亲爱)的|^.{0,12}(?:网友|网民|市民|居民|朋友|同志|先生|女士)们?(?:[您你]们?好)?$/v,
  ],
  ['address', /^.{0,6}[您你]们?好$|^[a-z]+\d{3,}$|^dear\b|^hello\b/v],
  [
    'passedOn',
    /转(?:交|给|至|办|到|由|送|发)|已转(?![变让账业学型入换正移])|移交|交办|交由|已(?:交|汇报|上报)|将.{0,14}[转交]|[转交](?:由|有关|相关)/v,
  ],
  ['passedOn', /\b(?:forwarded|passed on|referred|transferred) to\b/v],
  [
    'received',
    /收悉|已阅|知悉|获悉|已经?收到|收到.{0,8}(?:来信|留言|反映|帖)|\breceived your\b|\bbeen received\b/v,
  ],
  [
    'promised',
    /(?:及时|第一时间|尽快).{0,6}(?:反馈|回复|告知|答复|处理|解决)|再向?[您你]?.{0,4}(?:回复|答复)/v,
  ],
  [
    'promised',
    /(?:核实|处理|调查|结果).{0,6}后|[正现]在.{0,6}(?:处理|办理|调查|协调|交办|审批)|耐心等待|后续|继续努力/v,
  ],
  ['promised', /\bwill (?:reply|answer|inform|look into|get back)\b|\bin due course\b/v],
  [
    'elsewhere',
    /(?:建议|请|可以?)(?:直接|具体|到|向|与|[您你])?.{0,16}(?:咨询|拨打|致电|联系|反映|登录|提出|投诉|反馈)/v,
  ],
  [
    'elsewhere',
    /[不非](?:属于?|在|归|是).{0,12}(?:管辖|职权|职责|职能|辖区|范围|管理)|属.{0,10}管辖/v,
  ],
  [
    'elsewhere',
    /(?:咨询|联系|服务)(?:电话|热线)|^电话|^\d[\d\-]{6,}$|\bplease (?:contact|call|ask)\b/v,
  ],
  ['elsewhere', /已经?(?:进行过?|作出|有)?(?:回复|答复)|^(?:回复)?链接|^https?/v],
  [
    'restated',
    /^(?:关于|针对)?[您你]们?(?:所|在留言中)?(?:反映|咨询|提出|询问|提)的?.{0,4}(?:问题|情况|事项|意见|建议)$/v,
  ],
  ['restated', /^(?:您|你)?(?:通过|在)平台/v],
] as const

const dates = /\d{4}\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?/g
const quotedName =
  /^\s*["“'‘][^"“”'‘’]{1,20}["”'’]|["“'‘][^"“”'‘’]{1,20}["”'’](?=\s?(?:[:：,，]|[您你]们?好))/g
const frame =
  /(?:现将?|特)?(?:有关|相关|具体|处理)*(?:情况|问题|结果)*(?:回复|答复|报告)如下|特此(?:回复|答复)|as follows/g
const gaps = /[\t \u3000]+/g
const sentenceEnd = /[。！!？?；;\n\r]+|\.(?=\s|$)/
const pieceEnd = /[,，:：]+/

/** A longer piece says more than its form of words; only thanks may be long. */
const longestForm = 40

/** At least this share of a piece stands word for word in what was asked: it says it again. */
const restatedShare = 0.8
const restatedLeast = 4

const pairs = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))

function isRestated(piece: string, asked: string): boolean {
  const own = pairs(piece)
  if (own.length < restatedLeast) return false
  return own.filter((pair) => asked.includes(pair)).length >= own.length * restatedShare
}

function kindOf(piece: string, asked: string): PieceKind {
  const isLong = unitsOf(piece) > longestForm
  for (const [kind, sign] of signs) {
    if ((kind === 'courtesy' || !isLong) && sign.test(piece)) return kind
  }
  return isRestated(piece, asked) ? 'restated' : 'content'
}

/** One form for all: width folded, without markup, dates, names in quotation marks and blanks between characters. */
function cleaned(text: string): string {
  return foldWidth(plainText(text)).replace(gaps, ' ')
}

/**
 * The pieces of an answer between marks, each with what it does.
 * @param asked what the resident wrote: what only says that again is no answer
 */
export function readPieces(answer: string, asked = ''): Piece[] {
  const question = cleaned(asked)
  return cleaned(answer)
    .replace(dates, '。')
    .replace(quotedName, '，')
    .replace(frame, '。')
    .split(sentenceEnd)
    .flatMap((sentence) => sentence.split(pieceEnd))
    .map((text) => text.replace(/[^\p{L}\p{N} \-]/gv, '').trim())
    .filter((text) => text !== '')
    .map((text) => ({ kind: kindOf(text, question), text }))
}

/** How much of an answer is left when what says nothing is taken away: Chinese characters count one, words two. */
export function contentUnits(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { kind, text }) => sum + (kind === 'content' ? unitsOf(text) : 0), 0)
}
