import type { Catalogue } from '#foundation/languages.ts'

/** Words of the officers' screens of analysis. */
export const zh = {
  judge: {
    lead: '研判之后可以派遣。建议只供参考，由您决定。',
    category: '分类',
    categoryHint: '输入分类名称查找',
    certain: '文字指向明确，已按建议填好，请确认。',
    type: '诉求类型',
    urgency: '紧急程度',
    urgencyHint: '改变紧急程度会改变办理时限，仍从受理时算起。',
    channel: '办理途径',
    responsibleOffice: '责任单位',
    basis: '职责依据',
    risk: '事项风险提示',
    riskHint: '只写事项，不写个人信息。',
    send: '完成研判',
  },
  link: {
    lead: '两件都保留，来件人会知道是一并办理，也算一个人的意见。',
    to: '与哪件是同一件事',
    toNumber: '事项编号，如 990101-2026-000123。',
    toHint: '事项编号，也可以在上面“可能是同一件事”里选择。',
    undo: '取消关联：不再与 {number} 一并办理',
    send: '并入 {number}',
    sendUndo: '取消关联',
    candidates: '相近的事项',
  },
  advice: {
    title: '系统建议',
    judgeSo: '按“{category}”研判',
    linkSo: '并入这件：{number}',
    linkThis: '并入这件',
    share: '把握 {percent}%',
    voices: '并入这件的事项',
  },
  told: {
    category: '分类',
    type: '诉求类型',
    urgency: '紧急程度',
    channel: '办理途径',
    responsibleOffice: '责任单位',
    basis: '职责依据',
    risk: '风险提示',
    to: '并入',
    undone: '取消了关联',
  },
} as const satisfies Catalogue
