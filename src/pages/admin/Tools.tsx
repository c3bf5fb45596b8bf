import { View } from '@tarojs/components'
import { openPage } from '@/rooms/open'
import { type Tool, tools } from '@/rooms/tools'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'

/** Fewer are seen at a glance. */
const MANY = 6

interface Part {
  name: string
  of: readonly Tool[]
}

/** By the part of the back office they belong to, in the order of the menu; what stands alone comes last. */
function inParts(mine: readonly Tool[]): Part[] {
  const names = [...new Set(mine.flatMap(({ area }) => area ?? []))]
  const parts = names
    .map(name => ({ name, of: mine.filter(({ area }) => area === name) }))
    .filter(({ of }) => of.length > 1)
  if (mine.length < MANY || parts.length === 0) return [{ name: '工具', of: mine }]
  const others = mine.filter(tool => !parts.some(({ of }) => of.includes(tool)))
  return [...parts, ...(others.length > 0 ? [{ name: '其他工具', of: others }] : [])]
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
