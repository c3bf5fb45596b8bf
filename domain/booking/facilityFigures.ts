import type { FigureView } from './deskContract'
import { figure, share } from './figure'

/** What is counted of sessions that are over and that somebody had booked. */
export interface FacilityCounted {
  sessions: number
  seats: number
  bookings: number
  attended: number
}

/** The figures of a gym or a venue, each with what it counts. */
export function facilityFigures({ sessions, seats, bookings, attended }: FacilityCounted): FigureView[] {
  return [
    figure('attended', '来过', 'count', attended, '签到的人次。'),
    figure('bookings', '预约', 'count', bookings, '已结束的场次里有位子的预约，取消和候补的不算。'),
    figure('noShow', '缺席率', 'share', share(bookings - attended, bookings), '没有签到的预约 ÷ 预约。'),
    figure('fill', '约满率', 'share', share(bookings, seats), '预约 ÷ 位子，只算有人约过的场次。'),
    figure('sessions', '场次', 'count', sessions, '已结束、有人约过的场次，取消的不算。'),
  ]
}
