import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { api, useCommand, usePullToRefresh, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { draftQueries } from '../../outdated'
import { sayUnannounced } from '../../shuttle/busWords'
import './desk.scss'
import { DraftRow, type Version, VersionRow } from './VersionRow'

/** The version that counts on a day: the last that has begun and was not taken back. */
function currentOf(history: readonly Version[], today: string): Version | undefined {
  return history.find(({ state, effectiveOn }) => state === 'published' && (effectiveOn ?? '') <= today)
}

function DeskBar() {
  const start = useCommand(api.selfservice.startDraft, {
    outdates: draftQueries,
    onDone: ({ versionId }) => openPage('selfservice/shuttleDraft', { versionId }),
  })
  return (
    <BottomBar>
      <Button kind="secondary" onTap={() => openPage('selfservice/shuttleImport')}>
        导入 GTFS
      </Button>
      <Button icon="pen" onTap={() => start.run({})}>
        改时刻表
      </Button>
    </BottomBar>
  )
}

/** 班车时刻表: what is being changed, what counts, and every version before. */
export default function ShuttleDeskPage() {
  const query = useQueryOf(api.selfservice.openShuttleDesk, {}, { staleMs: 0, kept: false })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  return (
    <Screen
      column
      nav={<Nav title="班车时刻表" />}
      side={<DeskMenu here="selfservice/shuttleDesk" />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
      isEmpty={({ drafts, history }) => drafts.length + history.length === 0}
      empty={{ title: '还没有时刻表', sentence: '导入一份 GTFS，或者从一张白纸开始改。' }}
      bar={<DeskBar />}
    >
      {({ drafts, history, unannounced, now }) => {
        const published = history.filter(({ state }) => state === 'published')
        const current = currentOf(history, dayOf(now))
        return (
          <View className="pad column gap-12">
            {unannounced === null ? null : (
              <Card>
                <View className="t14 medium">{sayUnannounced(unannounced)}</View>
                <View className="t12 secondary mt-4">
                  现在只按法定的固定日子算。哪天开、哪天停，可以在草稿的「运行日」里一天一天说。
                </View>
              </Card>
            )}
            {drafts.map(version => (
              <DraftRow key={version.versionId} version={version} now={now} />
            ))}
            {history.length > 0 ? <View className="desk__head t12 secondary">发布过的版本</View> : null}
            {history.map(version => (
              <VersionRow
                key={version.versionId}
                version={version}
                now={now}
                current={version === current}
                later={published.map(({ number }) => number).filter(number => number > version.number)}
              />
            ))}
          </View>
        )
      }}
    </Screen>
  )
}
