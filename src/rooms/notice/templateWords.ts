import type { api, Output } from '@/api'
import type { IconName } from '@/ui/icon/Icon'

type Settings = Output<typeof api.notice.openSettings>
export type TemplateState = Settings['templates'][number]
export type Template = TemplateState['name']
export type OptionalKind = Settings['off'][number]

interface Words {
  name: string
  /** When it comes. */
  when: string
  icon: IconName
}

/** How the settings call each message that goes out to WeChat. */
export const templateWords: Record<Template, Words> = {
  seatOffered: { name: '候补转正', when: '有人退出轮到你，有时限，夜里也发', icon: 'ticket' },
  sessionSoon: { name: '活动快开始', when: '开始前一天', icon: 'cal' },
  articleOut: { name: '新文章', when: '编辑部推送给你的，夜里留到早上', icon: 'news' },
  applicationDecided: { name: '申请有结果', when: '会长同意或没有同意', icon: 'people' },
  applicationWaiting: { name: '有人等你审批', when: '有新的入会申请', icon: 'task' },
  goodReady: { name: '想换的东西来了', when: '限时商品开换前 10 分钟、补货', icon: 'bag' },
  orderProgress: { name: '订单进展', when: '寄出、可以取货', icon: 'box' },
}

/** The kinds that one may leave out of the inbox. */
export const optionalKinds: Record<OptionalKind, Words> = {
  reply: { name: '回复', when: '有人评论你的帖子、回复你的评论', icon: 'say' },
  mention: { name: '@我', when: '有人在帖子或评论里提到你', icon: 'at' },
  like: { name: '赞', when: '一天里没看的合成一条', icon: 'heart' },
  coin: { name: '沃币', when: '明细里一直都有', icon: 'coin' },
}

/** 接受过 3 次，发了 1 次. What was lost by a refusal is said as well. */
export function ledgerLine({ accepted, sent, left, refused }: TemplateState): string {
  if (accepted === 0) return refused > 0 ? `拒绝过 ${refused} 次，还没有接受过` : '还没有接受过'
  const lost = accepted - sent - left
  return `接受过 ${accepted} 次，发了 ${sent} 次${lost > 0 ? `，作废 ${lost} 次` : ''}`
}

/** WeChat asks for three templates at once: those that are wanted and of which least is left. */
export function scarcest(templates: readonly TemplateState[], unwanted: readonly Template[]): Template[] {
  return templates
    .filter(({ name }) => !unwanted.includes(name))
    .sort((a, b) => a.left - b.left)
    .slice(0, 3)
    .map(({ name }) => name)
}
