import type { ReportView, TileView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { copyText } from '@/ui/device/copyText'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { ExplainSheet } from '../../ExplainSheet'
import { Shares } from '../../Shares'
import { Tile } from '../../Tile'
import '../../stats.scss'

interface WeekProps {
  report: ReportView
  onWeek: (week: string) => void
}

function Week({ report, onWeek }: WeekProps) {
  const [explained, setExplained] = useState<TileView | null>(null)
  const subscription = useCommand(api.stats.subscribe, { outdates: [api.stats.openReport] })
  const { week, from, to, tiles, topics, file, subscribed, weeks } = report
  return (
    <View className="pad column gap-12">
      <ChipRow>
        {weeks.map(one => (
          <Chip key={one} on={one === week} onTap={() => onWeek(one)}>
            第 {Number(one.slice(6))} 周
          </Chip>
        ))}
      </ChipRow>
      <View className="t12 secondary">
        {from} 到 {to}
      </View>
      <View className="stats__tiles">
        {tiles.map(tile => (
          <Tile key={tile.key} tile={tile} onExplain={setExplained} />
        ))}
      </View>
      <Shares title="聊得最多的话题" means="同事的帖子提到的次数" rows={topics} />
      <Card>
        <View className="column gap-12">
          {file ? (
            <Button kind="secondary" icon="dl" onTap={() => copyText(file, '下载地址已复制，两小时内有效')}>
              复制表格下载地址
            </Button>
          ) : null}
          <Button
            kind={subscribed ? 'secondary' : 'primary'}
            busy={subscription.busy}
            onTap={() => subscription.run({ subscribed: !subscribed })}
          >
            {subscribed ? '不再订阅' : '每周一收到它'}
          </Button>
        </View>
      </Card>
      <ExplainSheet tile={explained} onClose={() => setExplained(null)} />
    </View>
  )
}

/** 运营周报: a week that is over, as it was sent. */
export default function ReportPage() {
  const params = usePageParams()
  const [week, setWeek] = useState<string | undefined>(params.week)
  const query = useQueryOf(api.stats.openReport, week ? { week } : {}, { kept: false })
  return (
    <Screen
      nav={<Nav title="运营周报" />}
      side={<DeskMenu here="stats/figures" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
    >
      {report => <Week report={report} onWeek={setWeek} />}
    </Screen>
  )
}
