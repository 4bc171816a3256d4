import type { Catalogue } from '#foundation/languages.ts'

/** 答复：谁办过、怎么答过、答得有没有内容。 */
export const zh = {
  tasks: { category: '分类：', office: '主办单位：' },
  empty: {
    writing: '这样答复，来件人可能看不到实质内容：{reason}',
    checking: '这条答复可能没有实质内容：{reason}请核对后再判断，这只是提醒。',
    reasons: {
      passedOn: '只说已经转办，没有说查到什么、怎么处理。',
      elsewhere: '只让来件人另找单位，没有说明情况或依据。',
      promised: '只说将会处理或回复，没有结果。',
      received: '只说已经收到。',
      restated: '只重复了来件人的话。',
      nothing: '除问候、致谢外没有别的内容。',
    },
  },
  before: {
    title: '以前怎么答复的',
    about: '{office}，{moment}',
    because: '相同的话：{words}',
    whole: '查看答复',
    copy: '填入答复',
    copyOf: '填入答复（取自 {number}）',
    hint: '填入后请按本件情况改写。',
  },
  leads: {
    title: '可能的主办单位',
    history: '职责清单没有规定。以下是根据以往同类事项的主办单位推测的，由经办人决定。',
    listed: '职责清单：{lead}。{basis}',
    likely: '{office}（以往同类事项，可能性 {percent}%）',
    because: '依据的词：{words}',
    dispatchSo: '派给{office}',
    none: '职责清单没有规定，以往也没有足够的同类事项可供参考。',
  },
} as const satisfies Catalogue
