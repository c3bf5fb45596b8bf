import { type OfferAnswer, offerStanding } from '@domain/notice/offer'
import type { Notice } from './noticeTarget'

/** The title of a notice of an offer says what it is of after the colon: "有名额了，等你确认：滴水湖环湖骑行". */
export const aboutOf = (title: string) => title.split('：').slice(1).join('：') || title

const answered: Record<OfferAnswer, { title: string; body: string }> = {
  accepted: { title: '已确认参加', body: '到时候出示入场码，就算签到。' },
  declined: { title: '让给下一位了', body: '谢谢。还想去，可以再来排候补。' },
  over: { title: '名额没有留住', body: '过了确认时间，或者这一场取消了。' },
}

type Told = Pick<Notice, 'title' | 'body' | 'offer'>

/** A notice as it reads by now: an offer that was answered, or is over, is none any more and says what became of it. */
export function asItStands<T extends Told>(notice: T, now: number): T & { isOpen: boolean } {
  const { title, offer } = notice
  const standing = offer ? offerStanding(offer, now) : null
  if (standing === null || standing === 'open') return { ...notice, isOpen: standing === 'open' }
  const words = answered[standing]
  return { ...notice, title: `${words.title}：${aboutOf(title)}`, body: words.body, isOpen: false }
}
