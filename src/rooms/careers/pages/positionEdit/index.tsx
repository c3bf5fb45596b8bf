import { positionStateNames } from '@domain/careers/position'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import type { Colleague } from '@/rooms/identity/public'
import { backOr } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import '../../careers.scss'
import { deskQueries } from '../../words'
import { PositionForm, type Words } from './PositionForm'

type Opened = Output<typeof api.careers.openPositionEdit>

const empty: Words = {
  title: '',
  department: '',
  team: '',
  city: '上海',
  place: '',
  family: 'rd',
  level: 'middle',
  tracks: ['social'],
  years: '',
  headcount: 1,
  leadId: null,
  duties: '',
  requirements: '',
}

/** What still keeps it from being saved; undefined: nothing. */
function problemOf(words: Words): string | undefined {
  if (words.title.trim().length < 2) return '写上职位'
  if (words.department.trim().length < 2) return '写上部门'
  if (words.place.trim() === '') return '写上地点'
  if (words.headcount < 1) return '至少要一个人'
  if (words.tracks.length === 0) return '选一个招聘方式'
  if (words.duties.trim().length < 4 || words.requirements.trim().length < 4)
    return '要做的事和要求，各写四个字以上'
  return undefined
}

function Editing({ positionId, opened }: { positionId?: string; opened?: Opened }) {
  const [words, setWords] = useState<Words>(() => opened?.words ?? empty)
  const [lead, setLead] = useState<Colleague | undefined>(() =>
    opened?.words.leadId
      ? { employeeId: opened.words.leadId, name: opened.leadName ?? '', site: '', department: '' }
      : undefined,
  )
  const save = useCommand(api.careers.savePosition, {
    outdates: deskQueries,
    onDone: () => {
      toast.show('存好了')
      void backOr('careers/desk')
    },
  })
  const problem = problemOf(words)
  const isOver = opened?.state === 'closed'
  const send = () =>
    save.run({
      ...(positionId && opened ? { of: { positionId, version: opened.version } } : {}),
      words: { ...words, leadId: lead?.employeeId ?? null },
    })
  const state = opened ? positionStateNames[opened.state] : '存成草稿，开放前同事看不到'
  return (
    <>
      <PositionForm
        words={words}
        lead={lead}
        onChange={part => setWords(before => ({ ...before, ...part }))}
        onLead={setLead}
      />
      <BottomBar consequence={problem ?? state}>
        <Button disabled={problem !== undefined || isOver} onTap={send}>
          保存
        </Button>
      </BottomBar>
    </>
  )
}

/** A position, new or changed. */
export default function PositionEditPage() {
  const { positionId } = usePageParams()
  const query = useQueryOf(
    api.careers.openPositionEdit,
    { positionId: positionId ?? '' },
    { enabled: positionId !== undefined, staleMs: 0, kept: false },
  )
  return (
    <Screen
      column
      ownBar
      nav={<Nav title="写职位" close />}
      side={<DeskMenu here="careers/desk" />}
      {...(positionId === undefined ? {} : { query })}
      skeleton={<SkeletonBlock height={320} />}
    >
      {positionId === undefined ? (
        <Editing />
      ) : query.data ? (
        <Editing key={positionId} positionId={positionId} opened={query.data} />
      ) : null}
    </Screen>
  )
}
