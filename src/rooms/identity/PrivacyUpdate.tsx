import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import { usePrivacyUpdate } from './usePrivacyUpdate'

/** What the present version says that the one before did not. */
const changes = [
  '每一样数据留多久、离职和注销以后怎样，都写清楚了。',
  '人力资源看得到沃币和最近来过的一天；看沃币明细会留下记录。',
  '在「设置」的「我的数据」里，可以查看、导出、更正和注销。',
]

/**
 * Asks whoever agreed to an earlier privacy guide about the one that stands now. Whoever closes it is asked at the next
 * launch: a tab's page stays for as long as the app runs.
 */
export function PrivacyUpdate() {
  const [isClosed, setClosed] = useState(false)
  const { asks, agree } = usePrivacyUpdate()
  return (
    <Sheet
      open={asks && !isClosed}
      title="隐私保护指引更新了"
      onClose={() => setClosed(true)}
      note="可以先关掉，下次打开再定"
      action={
        <>
          <Button kind="secondary" block onTap={() => openPage('identity/privacy', { part: 'privacy' })}>
            看全文
          </Button>
          <Button block onTap={agree}>
            同意
          </Button>
        </>
      }
    >
      <View className="t14 secondary">第 {PRIVACY_VERSION} 版里新写的</View>
      {changes.map(line => (
        <View key={line} className="t16 mt-8">
          {line}
        </View>
      ))}
    </Sheet>
  )
}
