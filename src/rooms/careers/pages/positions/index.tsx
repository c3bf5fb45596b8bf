import { candidateStateNames } from '@domain/careers/candidate'
import { positionLimits } from '@domain/careers/position'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useLast, usePagesOf } from '@/api'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { useSettled } from '@/ui/field/useSettled'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import '../../careers.scss'
import { PositionItem } from '../../PositionItem'
import { type Filter, Filters, sayFilter } from './Filters'

type Listed = Output<typeof api.careers.openPositions>

/** What the reader has under way, and the way to it. */
function MineBar({ mine }: { mine: Listed['mine'] }) {
  const { referrals, applications, latest } = mine
  const parts = [
    referrals > 0 ? `你推荐的 ${referrals} 位` : '',
    applications > 0 ? `申请 ${applications} 个` : '',
  ]
  const words = parts.filter(Boolean).join('，')
  return (
    <BottomBar
      consequence={
        <>
          <View className="t14 medium careers__mine">{words || '推荐朋友，入职有沃币'}</View>
          {latest ? (
            <View className="t12 secondary">
              {latest.name ?? latest.positionTitle}：{candidateStateNames[latest.state]}
            </View>
          ) : null}
        </>
      }
    >
      <Button kind="secondary" onTap={() => openPage('careers/mine')}>
        看进度
      </Button>
    </BottomBar>
  )
}

function sayFound(filter: Filter, { total, fresh, complete }: Listed): string {
  const chosen = sayFilter(filter)
  const news = fresh > 0 ? `，近 7 天新开 ${fresh} 个` : ''
  const part = complete ? '' : `；只看了最近开放的 ${positionLimits.openMax} 个`
  return `${chosen ? `${chosen}，` : ''}${total} 个职位${news}${part}`
}

/** 汇人才: what is open, found by city, kind, way and word. */
export default function PositionsPage() {
  const [filter, setFilter] = useState<Filter>({})
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const pages = usePagesOf(api.careers.openPositions, { ...filter, ...(text ? { text } : {}) })
  const query = usePagedScreen(pages)
  const first = useLast(query.data?.[0])
  return (
    <Screen
      nav={<Nav title="汇人才" />}
      header={
        <>
          <SearchField value={typed} placeholder="职位、部门或技能" onChange={setTyped} />
          <Filters filter={filter} onChange={setFilter} />
        </>
      }
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
      isEmpty={all => all.every(({ positions }) => positions.length === 0)}
      empty={{
        title: '没有这样的职位',
        sentence: '少选一个条件，或者换个词。',
        action: {
          label: '看全部职位',
          onTap: () => {
            setFilter({})
            setTyped('')
          },
        },
      }}
      bar={first ? <MineBar mine={first.mine} /> : undefined}
    >
      {all => (
        <View className="pad column gap-12">
          {all[0] ? (
            <View className="t12 secondary" aria-live="polite">
              {sayFound(filter, all[0])}
            </View>
          ) : null}
          {all.flatMap(({ positions, now }) =>
            positions.map(position => (
              <PositionItem key={position.positionId} position={position} now={now} />
            )),
          )}
          <ListEnd of={pages} words="都在这里了" />
        </View>
      )}
    </Screen>
  )
}
