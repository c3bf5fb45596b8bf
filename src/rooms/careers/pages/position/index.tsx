import { isLive } from '@domain/careers/candidate'
import { useState } from 'react'
import { api, type Output, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { useShareCard } from '@/rooms/useShareCard'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import '../../careers.scss'
import { grouped } from '@domain/kernel/grouped'
import { PositionBody } from './PositionBody'
import { ReferSheet } from './ReferSheet'

type Opened = Output<typeof api.careers.openPosition>

function PositionBar({ opened, via, onRefer }: { opened: Opened; via?: string; onRefer: () => void }) {
  const { mayRefer, mayApply, application, reward, position } = opened
  const isUnderWay = application !== null && (isLive(application) || application === 'hired')
  const positionId = position.positionId
  if (!mayRefer && !mayApply) return <BottomBar consequence="现在不收人了，看看别的职位" />
  return (
    <BottomBar consequence={mayRefer ? `朋友入职 +${grouped(reward)} 沃币` : '只给公司里的同事'}>
      {mayApply && !isUnderWay ? (
        <Button
          kind={mayRefer ? 'secondary' : 'primary'}
          onTap={() => openPage('careers/apply', { positionId, ...(via ? { via } : {}) })}
        >
          我想去
        </Button>
      ) : null}
      {mayRefer ? <Button onTap={onRefer}>推荐朋友</Button> : null}
    </BottomBar>
  )
}

/** One position: read it, pass it on, recommend a friend or apply. */
export default function PositionPage() {
  const { positionId = '', via } = usePageParams()
  const query = useQueryOf(api.careers.openPosition, { positionId, ...(via ? { via } : {}) })
  const [referring, setReferring] = useState(false)
  const opened = query.data
  useShareCard({
    page: 'careers/position',
    params: { positionId, ...(opened ? { via: opened.shareCode } : {}) },
    title: opened ? `${opened.position.city} · ${opened.position.title}` : '汇人才',
  })
  return (
    <Screen
      nav={<Nav title="职位" />}
      query={query}
      skeleton={<SkeletonBlock height={320} />}
      elsewhere={{ label: '看全部职位', onTap: () => openPage('careers/positions') }}
      bar={
        opened ? (
          <PositionBar opened={opened} {...(via ? { via } : {})} onRefer={() => setReferring(true)} />
        ) : undefined
      }
    >
      {data => (
        <>
          <PositionBody opened={data} />
          <ReferSheet opened={data} open={referring} onClose={() => setReferring(false)} />
        </>
      )}
    </Screen>
  )
}
