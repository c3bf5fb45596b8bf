import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayClock, sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { changesIn, type Draft, ruleQueries, stateNames, type Version } from '../../rulesDraft'
import { Hours } from './Hours'
import { PreviewCard } from './PreviewCard'
import { Rows } from './Rows'
import { ScheduleSheet } from './ScheduleSheet'
import { WithdrawSheet } from './WithdrawSheet'

type Rules = Output<typeof api.coin.openRules>

function Versions({ versions, now }: Rules) {
  const [asked, setAsked] = useState<number | null>(null)
  const sayStart = ({ startsAt, version }: Version) =>
    version === 1 ? '上线时就有' : `${sayWhen(startsAt, now)} ${sayClock(startsAt)} 起`
  return (
    <Card padding="none">
      <SectionHeader title="版本" />
      {versions.map(one => (
        <ListRow
          key={one.version}
          title={`v${one.version}`}
          meta={[sayStart(one), ...(one.why ? [`${one.byName}：${one.why}`] : [])]}
          end={
            one.state === 'scheduled' ? (
              <Button kind="secondary" size="small" onTap={() => setAsked(one.version)}>
                撤下
              </Button>
            ) : (
              <Badge tone={one.state === 'current' ? 'ok' : 'neutral'}>{stateNames[one.state]}</Badge>
            )
          }
        />
      ))}
      <View className="pad t12 secondary">发过的沃币按当时的版本算，改规则不会倒算。</View>
      <WithdrawSheet version={asked} onClose={() => setAsked(null)} />
    </Card>
  )
}

function Editor({ versions, now }: Rules) {
  const current = versions.find(({ state }) => state === 'current')
  const latest = versions[0]
  const from = current?.rules ?? { earning: {}, happyHours: [] }
  const [draft, setDraft] = useState<Draft>(from as Draft)
  const [asking, setAsking] = useState(false)
  const schedule = useCommand(api.coin.scheduleRules, {
    outdates: ruleQueries,
    onDone: ({ version }) => toast.show(`v${version} 排好了，到点自动生效`),
  })
  const changes = changesIn(draft, from as Draft)
  return (
    <>
      <View className="pad column gap-12">
        <Versions versions={versions} now={now} />
        <Rows draft={draft} from={from as Draft} onChange={setDraft} />
        <Hours draft={draft} from={from as Draft} onChange={setDraft} />
        <PreviewCard draft={draft} />
      </View>
      <BottomBar consequence={changes > 0 ? `改了 ${changes} 处，还没有排上` : '和生效中的一样'}>
        <Button disabled={changes === 0} onTap={() => setAsking(true)}>
          定个时间生效
        </Button>
      </BottomBar>
      <ScheduleSheet
        open={asking}
        now={now}
        onClose={() => setAsking(false)}
        onSend={(startsAt, why) =>
          schedule.run({ draft, startsAt, after: latest?.version ?? 1, why }).then(() => setAsking(false))
        }
      />
    </>
  )
}

/** 得沃币的规则: versions, a draft, and what yesterday would have cost under it. */
export default function RulesPage() {
  const query = useQueryOf(api.coin.openRules, {}, { staleMs: 0, kept: false })
  return (
    <Screen
      nav={<Nav title="得沃币的规则" />}
      side={<DeskMenu here="coin/rules" />}
      query={query}
      skeleton={<SkeletonRows count={8} leadPx={0} />}
    >
      {rules => <Editor key={rules.versions[0]?.version ?? 0} {...rules} />}
    </Screen>
  )
}
