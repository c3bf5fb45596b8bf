import type { ReportView, TileView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { ExplainSheet } from '../../ExplainSheet'
import { Shares } from '../../Shares'
import '../../stats.scss'
import { saveSheet } from '../../saveSheet'
import { LeadingTiles, TileGroups } from '../../TileGroups'
import { sayDays } from '../../words'

interface WeekProps {
  report: ReportView
  onWeek: (week: string) => void
}

function Week({ report, onWeek }: WeekProps) {
  const [explained, setExplained] = useState<TileView | null>(null)
  const { week, from, to, tiles, topics, weeks } = report
  return (
    <>
      <ChipRow>
        {weeks.map(one => (
          <Chip key={one} on={one === week} onTap={() => onWeek(one)}>
            第 {Number(one.slice(6))} 周
          </Chip>
        ))}
      </ChipRow>
      <View className="pad column gap-12">
        <View className="t12 secondary">{sayDays({ from, to })}，变化是和前一周比</View>
        <LeadingTiles tiles={tiles} onExplain={setExplained} />
        <View className="stats__cards stats__cards--whole">
          <TileGroups tiles={tiles} onExplain={setExplained} />
          <Shares title="聊得最多的话题" means="同事的帖子提到的次数" rows={topics} />
        </View>
        <ExplainSheet tile={explained} onClose={() => setExplained(null)} />
      </View>
    </>
  )
}

/** The week as a spreadsheet, and whether the next ones come by themselves. */
function Bar({ week, file, subscribed }: Pick<ReportView, 'week' | 'file' | 'subscribed'>) {
  const subscription = useCommand(api.stats.subscribe, { outdates: [api.stats.openReport] })
  const made = useCommand(api.stats.exportReport)
  const save = async () => {
    const url = file ?? (await made.run({ week }))?.url
    if (url) await saveSheet(url)
  }
  return (
    <BottomBar consequence={subscribed ? '每周一早上发到你的消息' : '出了不会通知你'}>
      <Button kind="secondary" icon="dl" busy={made.busy} onTap={save}>
        表格
      </Button>
      <Button
        kind={subscribed ? 'secondary' : 'primary'}
        busy={subscription.busy}
        onTap={() => subscription.run({ subscribed: !subscribed })}
      >
        {subscribed ? '不再订阅' : '每周一收到它'}
      </Button>
    </BottomBar>
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
      bar={query.data ? <Bar {...query.data} /> : undefined}
    >
      {report => <Week report={report} onWeek={setWeek} />}
    </Screen>
  )
}
