import { View } from '@tarojs/components'
import { openPage, type RoomPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import type { IconName } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'

interface Tool {
  permission: string
  icon: IconName
  name: string
  meta: string
  page: RoomPage
}

const tools: readonly Tool[] = [
  {
    permission: 'union.applications.decide',
    icon: 'history',
    name: '已处理的申请',
    meta: '回头看，或撤销一次同意',
    page: 'access/decided',
  },
  {
    permission: 'mall.orders.fulfil',
    icon: 'box',
    name: '兑换发货',
    meta: '寄到家、前台自取',
    page: 'mall/fulfil',
  },
  {
    permission: 'identity.roster.import',
    icon: 'idc',
    name: '名单导入',
    meta: '核对 CSV，再更新在册员工',
    page: 'identity/roster',
  },
]

/** What the caller's roles open beyond the inbox. */
export function Tools({ permissions }: { permissions: readonly string[] }) {
  const mine = tools.filter(({ permission }) => permissions.includes(permission))
  if (mine.length === 0) return null
  return (
    <View className="admin__tools">
      <View className="t12 secondary admin__tools-head">工具</View>
      <Card padding="none">
        {mine.map(({ page, icon, name, meta }) => (
          <ListRow key={page} lead={icon} title={name} meta={meta} onTap={() => openPage(page)} />
        ))}
      </Card>
    </View>
  )
}
