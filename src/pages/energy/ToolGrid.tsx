import { View } from '@tarojs/components'
import { useState } from 'react'
import { openPage, type RoomPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Icon, type IconName } from '@/ui/icon/Icon'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Sheet } from '@/ui/sheet/Sheet'

interface Tool {
  icon: IconName
  name: string
  /** Opens this; without it the tool is on its way. */
  page?: RoomPage
  /** What it will do, and how it is done until then. */
  sentence: string
}

const tools: readonly Tool[] = [
  { icon: 'bus', name: '班车', sentence: '线路、到站时间和空座会放在这里。现在请看各园区班车站的时刻表。' },
  { icon: 'bill', name: '发票', page: 'selfservice/invoices', sentence: '公司抬头和我的报销。' },
  { icon: 'fix', name: '行政报修', page: 'selfservice/tickets', sentence: '提一件，看办到哪一步。' },
  { icon: 'gym', name: '健身课', sentence: '每周的课和空位会放在这里，一点就约上。现在请到健身房前台登记。' },
  { icon: 'court', name: '场馆', sentence: '羽毛球、篮球和会议场地会按时段开放预约。现在请联系园区行政。' },
  {
    icon: 'book',
    name: '知识库',
    sentence: '缩写、制度和常见问题会放在这里，一搜就到。现在可以先在沃谈会问一声。',
  },
]

/** The tools that are on their way keep their place, and say so. */
export function ToolGrid() {
  const [asked, setAsked] = useState<Tool>()
  // The sheet slides out with its words still on it.
  const [last, setLast] = useState<Tool>()
  const shown = asked ?? last
  const ask = (tool: Tool) => {
    setAsked(tool)
    setLast(tool)
  }
  const close = () => setAsked(undefined)
  return (
    <>
      <Card padding="none">
        <SectionHeader title="办事" />
        <View className="energy__grid">
          {tools.map(tool => (
            <View
              key={tool.name}
              className="energy__tool"
              {...tappable(tool.page ? tool.name : `${tool.name}，筹备中`)}
              onClick={() => (tool.page ? openPage(tool.page) : ask(tool))}
            >
              <Icon name={tool.icon} />
              <View className="t12">{tool.name}</View>
              {tool.page ? null : <Badge>筹备中</Badge>}
            </View>
          ))}
        </View>
      </Card>
      <Sheet
        open={asked !== undefined}
        title={`${shown?.name ?? ''}还在筹备`}
        onClose={close}
        action={<Button onTap={close}>知道了</Button>}
      >
        <View className="t16">{shown?.sentence}</View>
      </Sheet>
    </>
  )
}
