import { MINUTE_MS } from '@domain/kernel/time'
import { offerStanding } from '@domain/notice/offer'
import { View } from '@tarojs/components'
import { useServerNow } from '@/api'
import { OfferChoice } from '@/rooms/booking/public'
import { Badge } from '@/ui/badge/Badge'
import type { Notice } from './noticeTarget'

const answered = {
  accepted: { word: '你去', tone: 'ok' },
  declined: { word: '让给下一位了', tone: 'neutral' },
  over: { word: '过了确认时间', tone: 'neutral' },
} as const

interface OfferLineProps {
  title: string
  offer: NonNullable<Notice['offer']>
  /** How far the server's clock is ahead. */
  offsetMs: number
}

/** The notice's title says what it is of after the colon: "候补转正：滴水湖环湖骑行". */
const aboutOf = (title: string) => title.split('：').slice(1).join('：') || title

/** What can be done about a seat that is held, under the words that tell of it; or what has become of it. */
export function OfferLine({ title, offer, offsetMs }: OfferLineProps) {
  const standing = offerStanding(offer, useServerNow(offsetMs, offer.answer === null ? MINUTE_MS : undefined))
  return (
    <View className="notice-row__offer">
      {standing === 'open' ? (
        <OfferChoice placeId={offer.placeId} fee={offer.fee} title={aboutOf(title)} />
      ) : (
        <Badge tone={answered[standing].tone}>{answered[standing].word}</Badge>
      )}
    </View>
  )
}
