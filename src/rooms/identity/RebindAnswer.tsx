import { View } from '@tarojs/components'
import { api, useQueryOf } from '@/api'
import { Card } from '@/ui/card/Card'

/** How it stands with what this WeChat has asked HR for; nothing where it has asked for nothing. */
export function RebindAnswer() {
  const { data } = useQueryOf(api.identity.openMyRebind, {}, { staleMs: 0, kept: false })
  if (!data || data.state === 'none') return null
  const refused = data.state === 'refused'
  return (
    <View className="mt-16">
      <Card padding="compact">
        <View className="t14 medium">{refused ? '上次的换绑没有通过' : '换绑申请交上去了'}</View>
        <View className="t14 secondary mt-4">
          {refused ? data.reason : '有了结果，会写在这里。超过几天没有回音，就再申请一次。'}
        </View>
        {refused ? <View className="t12 secondary mt-4">核对好以后，可以再申请一次。</View> : null}
      </Card>
    </View>
  )
}
