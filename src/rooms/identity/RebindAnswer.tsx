import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { api, useQueryOf } from '@/api'
import { toast } from '@/ui/toast/store'
import { forgetAsked, readAsked } from './asked'
import { useEntry } from './useEntry'
import './bed.scss'

/**
 * How it stands with what this WeChat has asked HR for; nothing where it has asked for nothing. Once HR has agreed, it
 * leads in: whoever waits here has the app open.
 */
export function RebindAnswer() {
  const { data } = useQueryOf(api.identity.openMyRebind, {}, { staleMs: 0, kept: false })
  const enter = useEntry()
  const isBound = data?.state === 'bound'
  useEffect(() => {
    if (!isBound) return
    forgetAsked()
    toast.show('换绑办好了，欢迎回来')
    void enter()
  }, [isBound, enter])
  if (!data || data.state === 'none' || isBound) return null
  const refused = data.state === 'refused'
  const asked = readAsked()
  return (
    <View className="mt-16">
      <View className="identity-bed">
        <View className="grow">
          <View className="t14 medium">{refused ? '上次的换绑没有通过' : '换绑申请交上去了'}</View>
          <View className="t14 secondary mt-4">
            {refused ? data.reason : '有了结果，会写在这里。超过几天没有回音，就再申请一次。'}
          </View>
          {asked ? (
            <View className="t14 mt-4">
              {refused ? '当时填的' : '填的'}是 {asked.employeeId} {asked.name}
              {refused ? null : <View className="t12 secondary">和工牌对一对，不对就再申请一次。</View>}
            </View>
          ) : null}
          {refused ? <View className="t12 secondary mt-4">核对好以后，可以再申请一次。</View> : null}
        </View>
      </View>
    </View>
  )
}
