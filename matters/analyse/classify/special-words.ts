import type { LegalChannel } from '../model.ts'

/** Words that sound like an emergency, or like a matter with a legal way of its own. A hint, never a decision. */
export type SpecialWords = {
  readonly channel: LegalChannel
  readonly call: string | null
  readonly words: readonly string[]
}

/**
 * The kinds of Beijing 接诉即办 law art. 11, items 1 and 2: emergencies go to 110, 119, 120 or 122 at once; what is or
 * belongs before a court, an arbitrator, a discipline body, the petition office … is told that way. Mediation: 人民调解法.
 */
export const specialWords: readonly SpecialWords[] = [
  {
    channel: 'emergency',
    call: '119',
    words: ['着火', '起火', '火灾', '失火', '冒浓烟', '爆炸', 'on fire', 'explosion'],
  },
  {
    channel: 'emergency',
    call: '120',
    words: [
      '昏迷',
      '晕倒',
      '大出血',
      '心脏骤停',
      '溺水',
      '呼吸困难',
      'unconscious',
      'not breathing',
    ],
  },
  {
    channel: 'emergency',
    call: '110',
    words: ['打架', '持刀', '抢劫', '入室盗窃', '绑架', '家暴', '跳楼', '轻生', 'robbery', 'knife'],
  },
  {
    channel: 'emergency',
    call: '122',
    words: ['车祸', '交通事故', '撞人', '肇事逃逸', 'car accident', 'road accident'],
  },
  {
    channel: 'court',
    call: null,
    words: ['起诉', '诉讼', '开庭', '法院判决', '强制执行', '上诉', 'lawsuit', 'court ruling'],
  },
  {
    channel: 'arbitration',
    call: null,
    words: ['劳动仲裁', '仲裁裁决', '申请仲裁', 'arbitration'],
  },
  {
    channel: 'discipline',
    call: null,
    words: ['贪污', '受贿', '行贿', '挪用公款', '纪委', '监委', 'bribe', 'embezzle'],
  },
  { channel: 'reconsideration', call: null, words: ['行政复议', 'administrative reconsideration'] },
  { channel: 'petition', call: null, words: ['信访', '上访', '复查复核', 'petition'] },
  { channel: 'disclosure', call: null, words: ['信息公开申请', '申请信息公开', '依申请公开'] },
  {
    channel: 'mediation',
    call: null,
    words: ['人民调解', '申请调解', '邻里纠纷', '婚姻纠纷', 'mediation'],
  },
]
