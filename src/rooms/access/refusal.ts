import { limits } from '@domain/kernel/limits'

/** Ready reasons with the sentence that the person will read; the president may change it. */
export const applicationRefusals = [
  { label: '请先来一次活动', sentence: '欢迎先来参加一次活动，彼此熟悉了再申请。' },
  { label: '本季名额已满', sentence: '这一季的名额满了，下一季开始时欢迎再来。' },
  { label: '有更近的协会', sentence: '你所在的园区有同类的协会，在那边活动更方便。' },
  { label: '资料不完整', sentence: '申请写得有点少，补充一下你的情况再来。' },
  { label: '其他', sentence: '' },
] as const

export const rebindRefusals = [
  { label: '信息对不上', sentence: '姓名或编号和名单对不上，请带工牌来人力资源窗口。' },
  { label: '联系不到本人', sentence: '没能联系到你本人，请带工牌来人力资源窗口。' },
  { label: '其他', sentence: '' },
] as const

/** Whether a reason can be sent: long enough to say something, within what the server takes. */
export function reasonIsGood(reason: string): boolean {
  const written = [...reason.trim()].length
  return written >= limits.reasonMin && written <= limits.reasonMax
}
