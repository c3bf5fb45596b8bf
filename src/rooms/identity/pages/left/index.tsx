import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { useSession } from '@/api'
import { openPage } from '@/rooms/open'
import { EmptyFace } from '@/ui/screen/faces'
import { Screen } from '@/ui/screen/Screen'

/** All that somebody reads who has left: no tabs, no way back. Whoever is here again is let in, also under a new number. */
export default function LeftPage() {
  const { data, refetch } = useSession()
  // What was kept may be from before they came back.
  useEffect(() => void refetch(), [refetch])
  const isBack = data !== undefined && data.standing !== 'left'
  useEffect(() => {
    if (isBack) void Taro.reLaunch({ url: '/pages/home/index' })
  }, [isBack])
  return (
    <Screen>
      <EmptyFace
        title="员工身份已停用"
        sentence="这台手机上的社区内容都清掉了。有疑问请联系人力资源。"
        action={{ label: '我返岗了，再看看', onTap: () => refetch() }}
        other={{ label: '有新的员工编号，去登记', onTap: () => openPage('identity/register') }}
      />
    </Screen>
  )
}
