import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { useDraft } from '@/rooms/useDraft'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import {
  changesIn,
  type Draft,
  problemsIn,
  ruleQueries,
  sayAsk,
  sayStart,
  versionBadges,
} from '../../rulesDraft'
import { BudgetCard } from './BudgetCard'
import { Hours } from './Hours'
import { PreviewCard, usePreview } from './PreviewCard'
import { Rows } from './Rows'
import { RowTable } from './RowTable'
import { ScheduleSheet } from './ScheduleSheet'
import './rules.scss'

type Rules = Output<typeof api.coin.openRules>

function Versions({ versions, now }: Rules) {
  return (
    <Card padding="none">
      <SectionHeader title="版本" />
      {versions.map(one => (
        <ListRow
          key={one.version}
          title={`v${one.version}`}
          meta={[sayStart(one, now), ...(one.why ? [`${one.byName}：${one.why}`] : [])]}
          end={<Badge tone={versionBadges[one.state].tone}>{versionBadges[one.state].text}</Badge>}
          onTap={() => openPage('coin/version', { version: String(one.version) })}
        />
      ))}
      <View className="t12 secondary rules__note">
        点开看改了什么。发过的沃币按当时的版本算，改规则不会倒算。
      </View>
    </Card>
  )
}

/** What a proposal still lacks; null when it can be made. */
function lackOf({ versions, reviewers }: Rules, draft: Draft, changes: number): string | null {
  const open = versions.find(({ state }) => state === 'scheduled' || state === 'waiting')
  if (open?.state === 'waiting') return `v${open.version} 在等复核，办完才能再提`
  if (open) return `v${open.version} 已经排上，撤下它才能再提`
  if (changes === 0) return '和生效中的一样'
  const [problem] = problemsIn(draft)
  if (problem) return problem.said
  return reviewers.length > 0 ? null : '没有另一位能复核，先请系统管理员再给一位沃币管理员'
}

interface ScheduleBarProps {
  rules: Rules
  from: Draft
  draft: Draft
  /** The draft is thrown away, or has become a version. */
  onDone: () => void
}

function ScheduleBar({ rules, from, draft, onDone }: ScheduleBarProps) {
  const [asking, setAsking] = useState(false)
  const schedule = useCommand(api.coin.scheduleRules, {
    outdates: ruleQueries,
    onDone: ({ version }) => {
      toast.show(`v${version} 送去复核了，通过后到点生效`)
      setAsking(false)
      onDone()
    },
  })
  const changes = changesIn(draft, from)
  const lack = lackOf(rules, draft, changes)
  const after = rules.versions[0]?.version ?? 1
  return (
    <>
      <BottomBar consequence={lack ?? `改了 ${changes} 处，存在这台设备上，还没有送出`}>
        {changes > 0 ? (
          <Button kind="secondary" onTap={onDone}>
            放弃草稿
          </Button>
        ) : null}
        <Button disabled={lack !== null} onTap={() => setAsking(true)}>
          {sayAsk(rules.reviewers)}
        </Button>
      </BottomBar>
      <ScheduleSheet
        open={asking}
        now={rules.now}
        action={sayAsk(rules.reviewers)}
        onClose={() => setAsking(false)}
        onSend={(startsAt, why) => schedule.run({ draft, startsAt, after, why })}
      />
    </>
  )
}

/** What was changed last on this phone, and the version that it was made from; of another version it counts no more. */
interface Kept {
  version: number
  rules: Draft | null
}

const NOTHING: Kept = { version: 0, rules: null }

interface DeskProps {
  rules: Rules
  draft: Draft
  from: Draft
  onChange: (draft: Draft) => void
}

function Desk({ rules, draft, from, onChange }: DeskProps) {
  const preview = usePreview(draft)
  const edited = { draft, from, onChange }
  return (
    <View className="pad rules">
      <View className="rules__side">
        <Versions {...rules} />
      </View>
      <View className="column gap-12 rules__main">
        <Card padding="none">
          <SectionHeader title="每做一件事" />
          <Rows {...edited} />
          <RowTable {...edited} />
        </Card>
        <Hours {...edited} />
      </View>
      <View className="column gap-12 rules__cost">
        <PreviewCard {...preview} />
        <BudgetCard
          draft={draft}
          earned={rules.earnedInQuarter}
          now={rules.now}
          coins={preview.figures?.coins}
          onChange={onChange}
        />
      </View>
    </View>
  )
}

/** 得沃币的规则: versions, a draft that stays on the phone, and what yesterday would have cost under it. */
export default function RulesPage() {
  const query = useQueryOf(api.coin.openRules, {}, { staleMs: 0, kept: false })
  useRefreshOnShow(query)
  const kept = useDraft('coin.rules', NOTHING)
  const current = query.data?.versions.find(({ state }) => state === 'current')
  const from = current?.rules as Draft | undefined
  const draft = (kept.draft.version === current?.version && kept.draft.rules) || from
  return (
    <Screen
      nav={<Nav title="得沃币的规则" />}
      side={<DeskMenu here="coin/rules" />}
      query={query}
      skeleton={<SkeletonRows count={8} leadPx={0} />}
      bar={
        query.data && from && draft ? (
          <ScheduleBar rules={query.data} from={from} draft={draft} onDone={kept.drop} />
        ) : undefined
      }
    >
      {rules =>
        current && from && draft ? (
          <Desk
            rules={rules}
            draft={draft}
            from={from}
            onChange={changed => kept.change({ version: current.version, rules: changed })}
          />
        ) : null
      }
    </Screen>
  )
}
