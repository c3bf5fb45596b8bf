import { DAY_MS, dayOf, inChina } from '@domain/kernel/time'
import type { api, Output } from '@/api'

export type TilesView = Output<typeof api.content.openHome>['tiles']

/** 今天 19:30, 明天 9:00, or 12 月 1 日. */
function sayAhead(at: number, now: number): string {
  const when = inChina(at)
  if (dayOf(at) === dayOf(now)) return `今天 ${when.format('H:mm')}`
  return dayOf(at) === dayOf(now + DAY_MS) ? `明天 ${when.format('H:mm')}` : when.format('M 月 D 日')
}

/** What each way leads to; where there is nothing yet, what it is for. */
export function tileWords({ positions, films, accounts, broadcast }: TilesView, now: number) {
  return {
    careers: positions > 0 ? `${positions} 个职位` : '职位和内推',
    brand: films > 0 ? `${films} 部影片` : '影片和历程',
    live: broadcast
      ? broadcast.status === 'live'
        ? '正在直播'
        : sayAhead(broadcast.startsAt, now)
      : '现场和回放',
    matrix: accounts > 0 ? `${accounts} 个账号` : '官方账号',
  }
}
