import { sayAction } from '@domain/access/actionWords'
import type { AuditFilter } from '@domain/access/auditContract'
import { actionsMeant, namesLeftOut, searchMeant } from '@domain/access/auditSearch'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, usePagesOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { usePageParams } from '@/rooms/usePageParams'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { useSettled } from '@/ui/field/useSettled'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { ExportBar } from '../../ExportBar'
import { ChainCheck } from './ChainCheck'
import { Records } from './Records'
import './audit.scss'

/** Where several actions are called like what was typed, each to choose from. */
function Meant({ typed, filter, onChoose }: MeantProps) {
  const meant = actionsMeant(typed, Date.now())
  if (meant.length < 2) return null
  return (
    <ChipRow>
      {meant.map(action => (
        <Chip key={action} on={filter.action === action} onTap={() => onChoose(action)}>
          {sayAction(action)}
        </Chip>
      ))}
    </ChipRow>
  )
}

interface MeantProps {
  typed: string
  filter: AuditFilter
  onChoose: (action: string) => void
}

/** Says which names are not looked for, rather than to leave them out in silence. */
function LeftOut({ typed }: { typed: string }) {
  const left = namesLeftOut(typed, Date.now())
  if (left.length === 0) return null
  return <View className="pad t12 secondary">一次最多找两个人，没有算上{left.join('、')}</View>
}

/** 操作记录: what the back office has done, searched, checked and taken along. */
export default function AuditPage() {
  const { person = '' } = usePageParams()
  const [typed, setTyped] = useState(person)
  const [chosen, setChosen] = useState<string>()
  const settled = useSettled(typed)
  const filter: AuditFilter = {
    ...searchMeant(settled, Date.now()),
    ...(chosen === undefined ? {} : { action: chosen }),
  }
  const screen = usePagedScreen(usePagesOf(api.access.listAudit, filter, { staleMs: 0, kept: false }))
  const type = (words: string) => {
    setChosen(undefined)
    setTyped(words)
  }
  return (
    <Screen
      nav={<Nav title="操作记录" />}
      side={<DeskMenu here="access/audit" />}
      header={
        <View className="audit__search">
          <SearchField value={typed} placeholder="姓名、工号、日期或操作" onChange={type} />
          <LeftOut typed={settled} />
          <Meant typed={typed} filter={filter} onChoose={setChosen} />
        </View>
      }
      query={screen}
      skeleton={<SkeletonRows count={6} leadPx={0} />}
      isEmpty={() => false}
    >
      {loaded => (
        <View className="pad column gap-12 audit">
          <ChainCheck />
          <ExportBar
            key={JSON.stringify(filter)}
            source="audit"
            filter={filter}
            words="把找到的记录存成表格"
          />
          <Card padding="none">
            <Records
              records={loaded.flatMap(({ records }) => records)}
              names={new Map(loaded.flatMap(({ names }) => names.map(({ id, name }) => [id, name])))}
            />
          </Card>
        </View>
      )}
    </Screen>
  )
}
