import { sayCorrected } from '@domain/identity/correction'
import { keptTables } from '@domain/identity/ownData'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePullToRefresh, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { DeletionCard } from '../../DeletionCard'
import { CorrectionSheet } from './CorrectionSheet'
import { DeletionSheet } from './DeletionSheet'
import { ExportCard } from './ExportCard'
import './myData.scss'

type Opened = Output<typeof api.identity.openMyData>

function Tables({ tables }: Pick<Opened, 'tables'>) {
  return (
    <Card padding="none">
      {tables
        .filter(({ rows }) => rows > 0)
        .map(({ name, rows }) => (
          <ListRow
            key={name}
            title={`${keptTables[name].room} · ${keptTables[name].title}`}
            plain
            meta={keptTables[name].why}
            end={<View className="t14 secondary nowrap">{rows} 条</View>}
          />
        ))}
    </Card>
  )
}

/** What is on the roster is HR's to change, and is asked for; the rest is changed where it stands. */
function Correcting({ correction }: Pick<Opened, 'correction'>) {
  const [asking, setAsking] = useState(false)
  const waits = correction?.state === 'pending'
  return (
    <Card padding="none">
      <ListRow
        lead="idc"
        title="姓名、部门、园区写错了"
        meta={
          waits
            ? `${sayCorrected(correction.fields)}，已经交给人力资源`
            : '写下对的是什么，人力资源核对后改名单'
        }
        end={waits ? <Badge tone="accent">等答复</Badge> : undefined}
        {...(waits ? { plain: true } : { onTap: () => setAsking(true) })}
      />
      <ListRow lead="swap" title="换了手机号或微信" meta="用新的微信打开沃社区，申请换绑，人力资源核对" />
      <ListRow
        lead="pen"
        title="帖子、评论和设置"
        meta="在「我的帖子」「我的评论」和「设置」里自己改"
        onTap={() => openPage('forum/mine')}
      />
      <CorrectionSheet open={asking} onClose={() => setAsking(false)} />
    </Card>
  )
}

function Head({ children }: { children: string }) {
  return (
    <View className="my-data__head" {...spokenAs('heading', 2)}>
      {children}
    </View>
  )
}

/** 我的数据: what is kept about me and why, and how to correct it, take it along and have it deleted. */
export default function MyDataPage() {
  const query = useQueryOf(api.identity.openMyData, {}, { staleMs: 0 })
  const [leaving, setLeaving] = useState(false)
  usePullToRefresh(query.refetch)
  return (
    <Screen nav={<Nav title="我的数据" />} query={query} skeleton={<SkeletonRows count={6} />}>
      {({ tables, export: asked, deletion, correction }) => (
        <View className="pad">
          {deletion ? <DeletionCard deletion={deletion} /> : null}
          <Head>留了什么，为什么</Head>
          <Tables tables={tables} />
          <Head>带走</Head>
          <ExportCard asked={asked} />
          <Head>改正</Head>
          <Correcting correction={correction} />
          {deletion ? null : (
            <View className="mt-12">
              <Button kind="danger" block onTap={() => setLeaving(true)}>
                注销账号
              </Button>
            </View>
          )}
          <DeletionSheet open={leaving} onClose={() => setLeaving(false)} />
        </View>
      )}
    </Screen>
  )
}
