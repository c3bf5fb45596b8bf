import { heatPoints, TENFOLD_MS } from '@domain/forum/heatPoints'
import { HOUR_MS } from '@domain/kernel/time'
import type { api, Output } from '@/api'

export type Heat = Output<typeof api.forum.openHeat>

/** Less than this is shown as nothing. */
const SMALLEST_SHOWN = 0.05

/** One decimal for what is small, none for what is not. */
export function sayHeat(heat: number): string {
  return heat < 10 ? String(Math.round(heat * 10) / 10) : String(Math.round(heat))
}

/** Working hours. */
const TENFOLD_HOURS = TENFOLD_MS / HOUR_MS

/** What each deed adds, and what time takes. */
export const heatRules = [
  { what: '每条评论', value: `+${heatPoints.comment}` },
  { what: '每个赞', value: `+${heatPoints.like}` },
  { what: '每次收藏', value: `+${heatPoints.favourite}` },
  { what: `每过 ${TENFOLD_HOURS} 个工作小时`, value: '减到十分之一' },
]

/** The parts that a heat is made of, and what each adds or takes. */
export function heatRows({ likes, comments, favourites, points, workingHours, heat }: Heat) {
  const counted = [
    { what: `${comments} 条评论`, each: `每条 ${heatPoints.comment}`, adds: comments * heatPoints.comment },
    { what: `${likes} 个赞`, each: `每个 ${heatPoints.like}`, adds: likes * heatPoints.like },
    {
      what: `${favourites} 次收藏`,
      each: `每次 ${heatPoints.favourite}`,
      adds: favourites * heatPoints.favourite,
    },
  ]
  const taken = Math.max(1, points) - heat
  return [
    ...counted.map(({ adds, ...row }) => ({ ...row, value: String(adds) })),
    {
      what: `发出 ${workingHours} 工作小时`,
      each: `每 ${TENFOLD_HOURS} 小时减到十分之一`,
      value: taken < SMALLEST_SHOWN ? '0' : `−${sayHeat(taken)}`,
    },
  ]
}
