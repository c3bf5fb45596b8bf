import { View } from '@tarojs/components'
import { OfferChoice } from '@/rooms/booking/public'
import type { Notice } from './noticeTarget'
import { aboutOf } from './offerWords'

interface OfferLineProps {
  title: string
  offer: NonNullable<Notice['offer']>
}

/** What can be done about a seat that is held, under the words that tell of it. */
export function OfferLine({ title, offer }: OfferLineProps) {
  return (
    <View className="notice-row__offer">
      <OfferChoice placeId={offer.placeId} fee={offer.fee} title={aboutOf(title)} />
    </View>
  )
}
