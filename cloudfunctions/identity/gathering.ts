import { type KeptName, keptNames } from '@domain/identity/ownData'
import { exportOf as ofBooking } from '../booking/public'
import { exportOf as ofCareers } from '../careers/public'
import { exportOf as ofCoin } from '../coin/public'
import { exportOf as ofContent } from '../content/public'
import { exportOf as ofForum } from '../forum/public'
import { exportOf as ofGrowth } from '../growth/public'
import { exportOf as ofKnowledge } from '../knowledge/public'
import { exportOf as ofLive } from '../live/public'
import { exportOf as ofMall } from '../mall/public'
import { exportOf as ofNotice } from '../notice/public'
import { exportOf as ofService } from '../selfservice/public'
import { exportOf as ofStats } from '../stats/public'
import { exportOf as ofUnion } from '../union/public'
import { exportOf as ofIdentity } from './public'

/** Everything that the rooms keep about one person, and about nobody else, in the order in which it is shown. */
export async function gather(employeeId: string): Promise<[name: KeptName, rows: readonly object[]][]> {
  const rooms = [
    ofIdentity,
    ofCoin,
    ofGrowth,
    ofForum,
    ofContent,
    ofUnion,
    ofBooking,
    ofMall,
    ofKnowledge,
    ofService,
    ofCareers,
    ofLive,
    ofNotice,
    ofStats,
  ]
  const parts = await Promise.all(rooms.map(exportOf => exportOf(employeeId)))
  const tables: Partial<Record<KeptName, readonly object[]>> = Object.assign({}, ...parts)
  return keptNames.map(name => [name, tables[name] ?? []])
}
