import type { FigureView } from './deskContract'
import { figure, share } from './figure'

/** What is counted of some days, before it is put into figures. */
export interface Counted {
  /** Slots that are over, those that nobody had booked included, and their seats. */
  sessions: number
  seats: number
  bookings: number
  /** Seats, or cars, that were booked. */
  taken: number
  guests: number
  attendedBookings: number
  attendedGuests: number
  scores: number
  scoreSum: number
}

/** The desk's figures, each with what it counts: one place for the words, so that page and table agree. */
export function figuresOf(counted: Counted): FigureView[] {
  const { sessions, seats, bookings, taken, attendedBookings, attendedGuests, scores, scoreSum } = counted
  return [
    figure(
      'visits',
      '预约',
      'count',
      bookings,
      '已结束的场次里有名额的预约，到了和没来的都算；取消、候补和因闭馆改期的不算。',
    ),
    figure('guests', '接待', 'count', attendedGuests, '签到的预约带来的人数，本人和同行都算。'),
    figure(
      'attendance',
      '到场率',
      'share',
      share(attendedBookings, bookings),
      '签到的预约 ÷ 已结束的场次里有名额的预约。',
    ),
    figure(
      'noShow',
      '缺席率',
      'share',
      share(bookings - attendedBookings, bookings),
      '没有签到也没有取消的预约 ÷ 已结束的场次里有名额的预约。',
    ),
    figure(
      'fill',
      '满座率',
      'share',
      share(taken, seats),
      '约掉的名额 ÷ 全部名额，按车算的一个预约占一台；没人约的时段也算，按当时的开放时间和名额算。',
    ),
    figure('sessions', '场次', 'count', sessions, '已结束的时段，没人约的也算，闭馆的不算。'),
    figure('score', '评分', 'score', share(scoreSum, scores), '这些天收到的评价的平均分，1 到 5 分。'),
  ]
}

/** What the bars of a weekday, an hour or a day show. */
export const fillDefinition =
  '浅色是名额，深色是约掉的；只算已结束的时段，没人约过的时段按当时的开放时间和名额算。'
