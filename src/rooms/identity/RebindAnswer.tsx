import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { api, useForgetColleague, useQueryOf } from '@/api'
import { toast } from '@/ui/toast/store'
import { forgetAsked, readAsked } from './asked'
import { useEntry } from './useEntry'
import './bed.scss'

/** What is said of each state: a heading, the news, and what to do about it. @param isShown whether what was asked is */
function wordsOf(
  { state, reason }: { state: 'waiting' | 'refused' | 'moved'; reason: string | null },
  isShown: boolean,
): (string | null)[] {
  if (state === 'refused') return ['上次的换绑没有通过', reason, '核对好以后，可以再申请一次。']
  if (state === 'moved')
    return [
      '你的账号换到另一个微信了',
      '人力资源通过了换绑，这个微信不再能登录。',
      '不是你申请的？请马上告诉人力资源。',
    ]
  return [
    '换绑申请交上去了',
    '有了结果，会写在这里。超过几天没有回音，就再申请一次。',
    ...(isShown ? ['和工牌对一对，不对就再申请一次。'] : []),
  ]
}

/**
 * How it stands with what this WeChat has asked HR for, and whether its account has moved; nothing otherwise. Once HR
 * has agreed, it leads in: whoever waits here has the app open.
 */
export function RebindAnswer() {
  const { data } = useQueryOf(api.identity.openMyRebind, {}, { staleMs: 0, kept: false })
  const enter = useEntry()
  const forgetColleague = useForgetColleague()
  const isBound = data?.state === 'bound'
  const hasMoved = data?.state === 'moved'
  useEffect(() => {
    if (hasMoved) forgetColleague()
  }, [forgetColleague, hasMoved])
  useEffect(() => {
    if (!isBound) return
    forgetAsked()
    toast.show('换绑办好了，欢迎回来')
    void enter()
  }, [isBound, enter])
  if (!data || data.state === 'none' || data.state === 'bound') return null
  const { state, reason } = data
  const asked = state === 'moved' ? null : readAsked()
  const [heading, news, advice] = wordsOf({ state, reason }, Boolean(asked))
  return (
    <View className="mt-16">
      <View className="identity-bed">
        <View className="grow">
          <View className="t14 medium">{heading}</View>
          <View className="t14 secondary mt-4">{news}</View>
          {asked ? (
            <View className="t14 mt-4">
              {state === 'refused' ? '当时填的' : '填的'}是 {asked.employeeId} {asked.name}
            </View>
          ) : null}
          {advice ? <View className="t12 secondary mt-4">{advice}</View> : null}
        </View>
      </View>
    </View>
  )
}
