import { limits } from '@domain/kernel/limits'
import type { ReadyReason } from './ReasonSheet'

const other: ReadyReason = { label: '其他', sentence: '' }

const NEARER = '有更近的协会'

/** Ready reasons with the sentence that the person will read; the president may change it. */
const applicationRefusals: readonly ReadyReason[] = [
  { label: '请先来一次活动', sentence: '欢迎先来参加一次活动，彼此熟悉了再申请。' },
  { label: '本季名额已满', sentence: '这一季的名额满了，下一季开始时欢迎再来。' },
  { label: NEARER, sentence: '你所在的园区有同类的协会，在那边活动更方便。' },
  { label: '资料不完整', sentence: '申请写得有点少，补充一下你的情况再来。' },
  other,
]

export interface Nearer {
  name: string
  site: string
  president: string
}

/**
 * The ready reasons for one applicant: where there is an association nearer to them, it is named with its president,
 * and where there is none, nobody is sent to one.
 */
export function refusalsFor(nearer: Nearer | null | undefined): readonly ReadyReason[] {
  if (nearer === undefined) return applicationRefusals
  return applicationRefusals.flatMap(reason => {
    if (reason.label !== NEARER) return [reason]
    if (nearer === null) return []
    const { name, site, president } = nearer
    return [{ label: NEARER, sentence: `${site}就有${name}，会长是${president}。先去那边，活动更方便。` }]
  })
}

export const membershipRevocations: readonly ReadyReason[] = [
  { label: '点错了', sentence: '刚才误点了同意，抱歉。有疑问可以直接找我。' },
  { label: '很久没有来', sentence: '很久没有参加活动了，名额先给在等的同事，欢迎以后再申请。' },
  other,
]

export const foundingRefusals: readonly ReadyReason[] = [
  { label: '和已有的太像', sentence: '已经有很接近的协会了，先去那边一起办两场活动，再看要不要分出来。' },
  { label: '人还太少', sentence: '愿意来的同事还不多，凑到十位再提，我们很愿意帮忙张罗。' },
  { label: '场地或安全没想好', sentence: '场地和安全还没有着落，写清楚在哪里、谁负责，再交一次。' },
  other,
]

export const rebindRefusals: readonly ReadyReason[] = [
  { label: '信息对不上', sentence: '姓名或编号和名单对不上，请带工牌来人力资源窗口。' },
  { label: '联系不到本人', sentence: '没能联系到你本人，请带工牌来人力资源窗口。' },
  other,
]

export const correctionRefusals: readonly ReadyReason[] = [
  { label: '和劳动合同不一致', sentence: '和劳动合同上的不一致，先找你的人力资源伙伴改好合同再提。' },
  { label: '调动还没生效', sentence: '调动还没有生效，生效那天名单会自己更新。' },
  { label: '要主管先确认', sentence: '请先让你的主管在系统里提调动，批了名单会更新。' },
  other,
]

/** A rebind hands an account to another phone, so even a yes says how the person was recognised. */
export const rebindChecks: readonly ReadyReason[] = [
  { label: '见到本人和工牌', sentence: '当面核对了本人和工牌。' },
  { label: '视频里核对过', sentence: '视频核对了本人和工牌。' },
  { label: '主管确认过', sentence: '直属主管确认是本人申请。' },
]

/** Why what was reported may stay; kept for other moderators. */
export const keepings: readonly ReadyReason[] = [
  { label: '没有违规', sentence: '没有违规。' },
  { label: '意见不同', sentence: '是不同的意见，没有针对谁。' },
  { label: '图片没问题', sentence: '图片看过，没有问题。' },
  other,
]

export const appealAnswers: Readonly<Record<'uphold' | 'restore', readonly ReadyReason[]>> = {
  uphold: [{ label: '还是不合适', sentence: '重新看过，这条还是不合适，维持移除。' }, other],
  restore: [{ label: '判断错了', sentence: '重新看过，当时判断错了，抱歉，内容和沃币都还给你。' }, other],
}

/** Whether a reason can be sent: long enough to say something, within what the server takes. */
export function reasonIsGood(reason: string): boolean {
  const written = [...reason.trim()].length
  return written >= limits.reasonMin && written <= limits.reasonMax
}
