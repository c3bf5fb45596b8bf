import type { KindShown } from '@domain/booking/centreViews'

/** 45 分钟 · XC90 · 连自己最多 3 位 */
export function sayKind({ minutes, vehicle, partyMax }: KindShown): string {
  const most = partyMax > 1 ? `连自己最多 ${partyMax} 位` : '一人一份'
  return [`${minutes} 分钟`, vehicle, most].filter(word => word !== '').join(' · ')
}
