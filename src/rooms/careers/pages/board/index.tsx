import {
  type CandidateColumn,
  candidateActionsFor,
  candidateColumnNames,
  candidateColumns,
  candidateStateNames,
  isObjection,
  type RecruiterAction,
  recruiterActionNames,
  recruiterActions,
} from '@domain/careers/candidate'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Input, type Output, useLast, usePagesOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { sayWhen } from '@/ui/clock/moment'
import { useSettled } from '@/ui/field/useSettled'
import { type EndlessList, ListEnd } from '@/ui/listEnd/ListEnd'
import { ListHead } from '@/ui/listRow/ListHead'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import '../../careers.scss'
import { StepSheet } from '../../StepSheet'
import { useSteps } from '../../useSteps'
import { ExportSheet } from './ExportSheet'

type Board = Output<typeof api.careers.openBoard>
type Candidate = Board['candidates'][number]

interface RowProps {
  candidate: Candidate
  now: number
  chosen: boolean
  onToggle: (on: boolean) => void
}

function CandidateRow({ candidate, now, chosen, onToggle }: RowProps) {
  const { candidateId, name, kind, positionTitle, city, creditName, movedAt, state, own } = candidate
  const said = name || '资料已删除'
  const from = kind === 'internal' ? '内部申请' : `${creditName ?? '同事'}推荐`
  return (
    <ListRow
      lead={
        own ? null : <Checkbox shape="round" label={`选上${said}`} checked={chosen} onChange={onToggle} />
      }
      title={said}
      meta={[
        `${positionTitle} · ${city}`,
        <View key="how" className="row row--wrap careers__how">
          <View className="nowrap">{`${from} · ${candidateStateNames[state]}`}</View>
          <View className="nowrap">{sayWhen(movedAt, now)}</View>
        </View>,
      ]}
      onTap={() => openPage('careers/candidate', { candidateId })}
    />
  )
}

/** What can be done with all of the chosen ones at once. */
function actionsForAll(picked: readonly Candidate[]): RecruiterAction[] {
  const together = recruiterActions.filter(action => !isObjection(action) && action !== 'undoHire')
  return together.filter(action =>
    picked.every(candidate => candidateActionsFor(candidate, 'recruiter').includes(action)),
  )
}

function useChosen() {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const toggle = (id: string, on: boolean) =>
    setChosen(before => (on ? [...before, id] : before.filter(one => one !== id)))
  return { chosen, toggle, clear: () => setChosen([]) }
}

interface BoardBarProps {
  picked: readonly Candidate[]
  onAct: (action: RecruiterAction) => void
  onExport: () => void
}

/** What can be done with those who are chosen: the way forward under the thumb, the others one tap away. */
function BoardBar({ picked, onAct, onExport }: BoardBarProps) {
  const [choosing, setChoosing] = useState(false)
  const [first, ...others] = picked.length > 0 ? actionsForAll(picked) : []
  if (picked.length === 0)
    return (
      <BottomBar consequence="选几位可以一起推进">
        <Button kind="secondary" onTap={onExport}>
          导出
        </Button>
      </BottomBar>
    )
  return (
    <>
      <BottomBar consequence={`选了 ${picked.length} 位`}>
        {others.length > 0 ? (
          <Button kind="secondary" onTap={() => setChoosing(true)}>
            其他
          </Button>
        ) : null}
        {first ? <Button onTap={() => onAct(first)}>{recruiterActionNames[first]}</Button> : null}
      </BottomBar>
      <Sheet open={choosing} title="还可以" onClose={() => setChoosing(false)}>
        {others.map(action => (
          <ListRow
            key={action}
            title={recruiterActionNames[action]}
            onTap={() => {
              setChoosing(false)
              onAct(action)
            }}
          />
        ))}
      </Sheet>
    </>
  )
}

interface ColumnsProps {
  column: CandidateColumn
  counted: Pick<Board, 'counts' | 'countsComplete'> | undefined
  onChange: (column: CandidateColumn) => void
}

function Columns({ column, counted, onChange }: ColumnsProps) {
  return (
    <ChipRow>
      {candidateColumns.map(key => (
        <Chip key={key} on={key === column} onTap={() => onChange(key)}>
          {candidateColumnNames[key]}
          {counted && key !== 'over' ? ` ${counted.counts[key]}${counted.countsComplete ? '' : '+'}` : ''}
        </Chip>
      ))}
    </ChipRow>
  )
}

const none = { title: '这里没有候选人', sentence: '新来的推荐和申请会出现在「新来的」。' }
const notFound = { title: '没有找到', sentence: '换个名字、职位或推荐人试试。' }

/** Where the list ends; a search that has looked through some thousands goes on at a tap. */
function BoardEnd({ pages, isSearch }: { pages: EndlessList; isSearch: boolean }) {
  if (!isSearch || !pages.hasNextPage) return <ListEnd of={pages} words="都在这里了" />
  return (
    <Button kind="text" block busy={pages.isFetchingNextPage} onTap={() => pages.fetchNextPage()}>
      更早的还没找，接着找
    </Button>
  )
}

/** A column of the board, or what is found in it; asked anew whenever the page is shown. */
function useBoard(asked: Input<typeof api.careers.openBoard>) {
  const pages = usePagesOf(api.careers.openBoard, asked, { staleMs: 0, kept: false })
  useRefreshOnShow(pages)
  return { pages, query: usePagedScreen(pages) }
}

/** Candidates by state, who waits longest first. */
export default function BoardPage() {
  const { positionId } = usePageParams()
  const [column, setColumn] = useState<CandidateColumn>('fresh')
  const [action, setAction] = useState<RecruiterAction>()
  const [exporting, setExporting] = useState(false)
  const { chosen, toggle, clear } = useChosen()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const of = positionId === undefined ? {} : { positionId }
  const { pages, query } = useBoard({ column, ...(text ? { text } : {}), ...of })
  const move = useSteps({ onDone: clear })
  const counted = useLast(query.data?.[0])
  const all = query.data?.flatMap(page => page.candidates) ?? []
  const picked = all.filter(({ candidateId }) => chosen.includes(candidateId))
  const show = (key: CandidateColumn) => {
    setColumn(key)
    clear()
  }
  const look = (words: string) => {
    setTyped(words)
    clear()
  }
  return (
    <Screen
      nav={<Nav title="候选人" />}
      side={<DeskMenu here="careers/desk" />}
      header={
        <>
          <SearchField value={typed} placeholder="姓名、职位或推荐人" onChange={look} />
          {text ? null : <Columns column={column} counted={counted} onChange={show} />}
        </>
      }
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
      isEmpty={() => all.length === 0 && !pages.hasNextPage}
      empty={text ? notFound : none}
      bar={<BoardBar picked={picked} onAct={setAction} onExport={() => setExporting(true)} />}
    >
      {shown => (
        <View className={`pad${text ? ' mt-8' : ''}`}>
          <Card padding="none">
            <ListHead names={['谁', '职位', '怎么来的、到了哪一步']} leadPx={32} chevron />
            {shown.flatMap(({ candidates, now }) =>
              candidates.map(candidate => (
                <CandidateRow
                  key={candidate.candidateId}
                  candidate={candidate}
                  now={now}
                  chosen={chosen.includes(candidate.candidateId)}
                  onToggle={on => toggle(candidate.candidateId, on)}
                />
              )),
            )}
          </Card>
          <BoardEnd pages={pages} isSearch={text !== ''} />
          <StepSheet
            action={action}
            whom={`${picked.length} 位候选人`}
            now={shown[0]?.now ?? 0}
            onClose={() => setAction(undefined)}
            onDo={(step, words) => move(picked, step, words)}
          />
          <ExportSheet open={exporting} {...of} onClose={() => setExporting(false)} />
        </View>
      )}
    </Screen>
  )
}
