import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'
import { OfficeChoice } from '../../OfficeChoice'

export interface OfficeOfferProps {
  associationId: string
  /** The president who asks. */
  by: string
}

/** The office of president is offered to me: one tap to accept, one to decline. */
export function OfficeOffer({ associationId, by }: OfficeOfferProps) {
  return (
    <Card>
      <View className="t16 medium">{by}想请你接任会长</View>
      <View className="t14 secondary mt-4">接受以后，审批入会、会员和页面都由你来管，对方仍是会员。</View>
      <View className="mt-12">
        <OfficeChoice associationId={associationId} />
      </View>
    </Card>
  )
}
