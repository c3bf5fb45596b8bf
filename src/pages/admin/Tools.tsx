import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { type Tool, tools } from '@/rooms/tools'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'

/** Fewer are seen at a glance. */
const MANY = 6

/** By the part of the back office they belong to, in the order of the menu; what stands alone in its part comes last. */
function inParts(mine: readonly Tool[]): { name: string; of: readonly Tool[] }[] {
  if (mine.length < MANY) return [{ name: '工具', of: mine }]
  const areas = [...new Set(mine.map(({ area }) => area))].map(name => ({
    name,
    of: mine.filter(({ area }) => area === name),
  }))
  const single = areas.filter(({ of }) => of.length === 1).flatMap(({ of }) => of)
  const parts = areas.filter(({ of }) => of.length > 1)
  if (parts.length === 0) return [{ name: '工具', of: mine }]
  return [...parts, ...(single.length > 0 ? [{ name: '其他工具', of: single }] : [])]
}

/** What the caller's roles open beyond the inbox. */
export function Tools({ permissions }: { permissions: readonly string[] }) {
  const mine = tools.filter(({ permission }) => permissions.includes(permission))
  if (mine.length === 0) return null
  return (
    <View className="admin__tools">
      {inParts(mine).map(({ name, of }) => (
        <View key={name} className="admin__tools-part">
          <View className="t12 secondary admin__tools-head">{name}</View>
          <Card padding="none">
            {of.map(tool => (
              <ListRow
                key={tool.page}
                lead={tool.icon}
                title={tool.name}
                meta={tool.meta}
                onTap={() => openPage(tool.page)}
              />
            ))}
          </Card>
        </View>
      ))}
    </View>
  )
}
