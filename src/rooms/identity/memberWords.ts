import { shortened } from '@domain/kernel/characters'
import { DAY_MS, type Day, dayOf, type Instant, inChina, startOfDay } from '@domain/kernel/time'
import { api, type Output } from '@/api'

export type Member = Output<typeof api.identity.openMember>

/** What a change of a colleague makes old. */
export const memberQueries = [api.identity.findMembers, api.identity.openMember, api.identity.previewLeaving]

/** "2027 年 3 月 31 日" */
export const dayLabel = (at: number): string => inChina(at).format('YYYY 年 M 月 D 日')

/** "今天", "昨天", "2027 年 3 月 31 日" */
export function seenLabel(day: Day, now: Instant): string {
  if (day === dayOf(now)) return '今天'
  return day === dayOf(now - DAY_MS) ? '昨天' : dayLabel(startOfDay(day))
}

/** How a leaving stands, in a sentence. */
export function sayLeaving({ leftAt, byName, coins, settlesAt, state }: NonNullable<LeavingView>): string {
  const left = `${dayLabel(leftAt)}由${byName}办理`
  if (state === 'over' || coins === 'forfeit') return `${left}，沃币已结清`
  return `${left}，沃币保留到 ${dayLabel(settlesAt)}`
}

/** What somebody did, or what was done about it, in a line. */
export function sayOffence({ what, about, muteDays }: OffenceView): string {
  switch (what) {
    case 'removed':
      return `「${firstWords(about)}」被移除，${muteDays === 0 ? '警告' : `停言 ${muteDays} 天`}`
    case 'muted':
      return `停言 ${muteDays} 天`
    case 'unmuted':
      return '恢复发言'
    case 'missed':
      return `约了没来：${about}`
  }
}

const WORDS_MAX = 16

const firstWords = (text: string) => shortened([...text], WORDS_MAX)

type OffenceView = Member['offences'][number]
type LeavingView = NonNullable<Member['private']>['leaving']
