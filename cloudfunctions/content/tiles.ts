import { MINUTE_MS } from '@domain/kernel/time'
import { remember } from '@platform/memory'
import { shownCounted } from '../brand/public'
import { openPositionsCounted } from '../careers/public'

const REMEMBERED_MS = 5 * MINUTE_MS

/** What the ways on from the front page lead to, in numbers. Three requests, once in five minutes. */
export const tileFigures = remember(REMEMBERED_MS, async () => {
  const [positions, shown] = await Promise.all([openPositionsCounted(), shownCounted()])
  return { positions, ...shown }
})
