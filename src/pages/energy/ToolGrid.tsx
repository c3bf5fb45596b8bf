import { View } from '@tarojs/components'
import { useState } from 'react'
import { openFun } from '@/rooms/funPlace'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { Icon, type IconName } from '@/ui/icon/Icon'
import { Sheet } from '@/ui/sheet/Sheet'

interface Tool {
  icon: IconName
  name: string
  onTap: () => void
}

const tools: readonly Tool[] = [
  { icon: 'bus', name: '班车', onTap: () => openPage('selfservice/shuttle') },
  { icon: 'bill', name: '发票', onTap: () => openPage('selfservice/invoices') },
  { icon: 'fix', name: '行政支持', onTap: () => openPage('selfservice/tickets') },
  { icon: 'guest', name: '访客', onTap: () => openPage('selfservice/newTicket', { icon: 'guest' }) },
  { icon: 'gym', name: '健身课', onTap: () => openPage('booking/courses') },
  { icon: 'court', name: '场馆', onTap: () => openPage('booking/venues') },
  { icon: 'car', name: '体验中心', onTap: () => openFun('centre') },
]

/** With the way to all of them. */
export const TOOLS_SHOWN = tools.length + 1

/** What stands elsewhere on the tab as well, or is wanted less often. */
const others: readonly Tool[] = [
  { icon: 'book', name: '知识库', onTap: () => openPage('knowledge/library') },
  { icon: 'bag', name: '沃币商城', onTap: () => openPage('mall/shop') },
  { icon: 'medal', name: '等级徽章', onTap: () => openPage('growth/level') },
  { icon: 'cal', name: '我的预约', onTap: () => openPage('booking/calendar') },
  { icon: 'truck', name: '我的订单', onTap: () => openPage('mall/orders') },
]

function Grid({ shown }: { shown: readonly Tool[] }) {
  return (
    <View className="energy__grid">
      {shown.map(({ icon, name, onTap }) => (
        <View key={name} className="energy__tool" {...tappable(name)} onClick={onTap}>
          <Icon name={icon} size={28} />
          <View className="t12">{name}</View>
        </View>
      ))}
    </View>
  )
}

/** The tools for everyday errands, each a tap away; the last tap leads to all of them. */
export function ToolGrid() {
  const [open, setOpen] = useState(false)
  const all: Tool = { icon: 'grid', name: '全部', onTap: () => setOpen(true) }
  const leaving = ({ onTap, ...tool }: Tool): Tool => ({
    ...tool,
    onTap: () => {
      setOpen(false)
      onTap()
    },
  })
  return (
    <>
      <Card padding="none">
        <Grid shown={[...tools, all]} />
      </Card>
      <Sheet open={open} title="全部" onClose={() => setOpen(false)}>
        <Grid shown={[...tools, ...others].map(leaving)} />
      </Sheet>
    </>
  )
}
