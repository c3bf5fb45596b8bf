import {
  type PositionAction,
  type PositionState,
  positionActionNames,
  positionStateNames,
  positionStates,
} from '@domain/careers/position'
import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  api,
  holdCommand,
  type Output,
  useCommand,
  useHeldIds,
  useLast,
  usePagesOf,
  useRefreshOnShow,
} from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { useSettled } from '@/ui/field/useSettled'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import '../../careers.scss'
import { deskQueries } from '../../words'

type Desk = Output<typeof api.careers.openDesk>
type Position = Desk['positions'][number]

const none: Record<PositionState, string> = {
  draft: '没有草稿，写一个或者批量导入。',
  open: '现在没有在招的职位。',
  paused: '没有暂停的职位。',
  closed: '还没有结束的职位。',
}

function PositionRow({ position }: { position: Position }) {
  const { positionId, title, city, department, headcount, waiting, referrals, version, actions } = position
  const told = waiting > 0 ? `待联系 ${waiting} · ` : ''
  const move = useCommand(api.careers.movePosition, {
    outdates: deskQueries,
    onDone: ({ state }) => toast.show(`${title}：${positionStateNames[state]}`),
  })
  // A thumb that scrolls slips, and colleagues no longer find what is over: it goes out when the undo has counted down.
  const end = () =>
    holdCommand(
      api.careers.movePosition,
      { positionId, version, action: 'close' },
      {
        ids: [positionId],
        subject: `结束「${title}」`,
        outdates: deskQueries,
        said: `结束「${title}」`,
        after: '数到 0 就不再收人',
        tooLate: '已经结束了，可以在「已结束」里重新开放',
      },
    )
  const act = (action: PositionAction) =>
    action === 'close' ? end() : move.run({ positionId, version, action })
  return (
    <View className="careers__position">
      <ListRow
        title={title}
        meta={`${told}${city} · ${department} · ${headcount} 人 · 内推 ${referrals}`}
        onTap={() => openPage('careers/positionEdit', { positionId })}
      />
      <View className="careers__actions">
        <Button kind="soft" size="small" onTap={() => openPage('careers/board', { positionId })}>
          候选人
        </Button>
        {actions.map(action => (
          <Button key={action} kind="secondary" size="small" onTap={() => act(action)}>
            {positionActionNames[action]}
          </Button>
        ))}
      </View>
    </View>
  )
}

function Ways({ desk }: { desk: Desk | undefined }) {
  const waiting = desk?.waiting.fresh ?? 0
  return (
    <Card padding="none">
      <ListRow
        lead="people"
        title="候选人"
        meta={waiting > 0 ? `${desk?.waitingComplete ? '' : '至少 '}${waiting} 位还没人联系` : '都有人跟进'}
        onTap={() => openPage('careers/board')}
      />
      <ListRow
        lead="doc"
        title="批量导入职位"
        meta="CSV，先核对再导入"
        onTap={() => openPage('careers/positionImport')}
      />
    </Card>
  )
}

/** The positions of the recruiter's cities, by state. */
export default function DeskPage() {
  const [state, setState] = useState<PositionState>('open')
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const pages = usePagesOf(api.careers.openDesk, { state, ...(text ? { text } : {}) }, { staleMs: 0 })
  const query = usePagedScreen(pages)
  useRefreshOnShow(pages)
  const held = useHeldIds()
  const first = useLast(query.data?.[0])
  return (
    <Screen
      nav={<Nav title="职位与候选人" />}
      side={<DeskMenu here="careers/desk" />}
      header={
        <>
          <SearchField value={typed} placeholder="职位、部门或城市" onChange={setTyped} />
          <ChipRow>
            {positionStates.map(key => (
              <Chip key={key} on={key === state} onTap={() => setState(key)}>
                {positionStateNames[key]}
              </Chip>
            ))}
          </ChipRow>
        </>
      }
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
      bar={
        <BottomBar consequence={first?.cities.length ? `负责${first.cities.join('、')}` : '负责全公司'}>
          <Button onTap={() => openPage('careers/positionEdit')}>写一个职位</Button>
        </BottomBar>
      }
    >
      {all => (
        <View className="pad column gap-12">
          <Ways desk={first} />
          <Card padding="none">
            {all.every(({ positions }) => positions.length === 0) ? (
              <View className="t14 secondary careers__none">
                {text ? `「${positionStateNames[state]}」里没有这样的职位，换个词。` : none[state]}
              </View>
            ) : null}
            {all.flatMap(({ positions }) =>
              positions
                .filter(({ positionId }) => !held.has(positionId))
                .map(position => <PositionRow key={position.positionId} position={position} />),
            )}
          </Card>
          <ListEnd of={pages} words="都在这里了" />
        </View>
      )}
    </Screen>
  )
}
