import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { tools } from '@/rooms/tools'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'

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
