import { View } from '@tarojs/components'
import { api, useCommand, useRefreshSession } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { toast } from '@/ui/toast/store'
import { associationQueries } from '../../outdated'

export interface OfficeOfferProps {
  associationId: string
  name: string
  /** The president who asks. */
  by: string
}

/** The office of president is offered to me: one tap to accept, one to decline. */
export function OfficeOffer({ associationId, name, by }: OfficeOfferProps) {
  const refreshSession = useRefreshSession()
  const answer = useCommand(api.union.answerOffice, {
    outdates: associationQueries,
    onDone: ({ presiding }) => {
      // The tab 管理 comes with the office.
      void refreshSession()
      toast.show(presiding ? `你是${name}的会长了` : '已谢绝，会告诉会长')
    },
  })
  return (
    <Card>
      <View className="t16 medium">{by}想请你接任会长</View>
      <View className="t14 secondary mt-4">接受以后，审批入会、会员和页面都由你来管，对方仍是会员。</View>
      <View className="row gap-12 mt-12">
        <Button kind="secondary" size="small" onTap={() => answer.run({ associationId, answer: 'decline' })}>
          谢绝
        </Button>
        <Button kind="soft" size="small" onTap={() => answer.run({ associationId, answer: 'accept' })}>
          接任会长
        </Button>
      </View>
    </Card>
  )
}
