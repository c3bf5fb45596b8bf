import { rosterColumns } from '@domain/identity/rosterColumns'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type ApiError, api, type Output, useCommand, useQueryOf } from '@/api'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { pickCsv } from '@/rooms/csvUpload'
import { DeskMenu } from '@/rooms/DeskMenu'
import { isOfFile, UnreadFile } from '@/rooms/UnreadFile'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { RosterReport } from './RosterReport'
import { consequenceOf, type Report, rosterTemplate } from './report'
import './roster.scss'

type Imports = Output<typeof api.identity.listImports>

const columns = rosterColumns.join('、')

const states = {
  checked: { words: '核对过', tone: 'neutral' },
  applying: { words: '导入中', tone: 'accent' },
  applied: { words: '已导入', tone: 'ok' },
} as const

/** Often enough to see it move, seldom enough to cost little. */
const pollMs = 1_500

/** One import, asked again and again while it is being written. */
function useImport(importId: string | undefined) {
  const query = useQueryOf(
    api.identity.openImport,
    { importId: importId ?? '' },
    { enabled: importId !== undefined, staleMs: 0, kept: false },
  )
  const { data, refetch } = query
  const applying = data?.state === 'applying'
  useEffect(() => {
    if (!applying) return
    const timer = setInterval(() => void refetch(), pollMs)
    return () => clearInterval(timer)
  }, [applying, refetch])
  return query
}

function useCheck(onChecked: (importId: string) => void) {
  const check = useCommand(api.identity.checkRoster, {
    outdates: [api.identity.listImports],
    onDone: ({ importId }) => onChecked(importId),
    onError: isOfFile,
  })
  const choose = async (newPlaces: boolean) => {
    try {
      const file = await pickCsv('rosters')
      if (file) await check.run({ ...file, newPlaces })
    } catch {
      toast.show('文件没有传上去，看看网络，再试一次')
    }
  }
  return { choose, error: check.error, forget: check.forgetError }
}

/** Writes the report's lines; until the answer comes, the page asks how far it is. */
function ApplyButton({ report, refetch }: { report: Report; refetch: () => Promise<unknown> }) {
  const apply = useCommand(api.identity.applyRoster, {
    outdates: [api.identity.openImport, api.identity.listImports],
  })
  const { busy } = apply
  useEffect(() => {
    if (!busy) return
    const timer = setInterval(() => void refetch(), pollMs)
    return () => clearInterval(timer)
  }, [busy, refetch])
  if (report.state !== 'checked') return null
  return (
    <Button
      disabled={report.toWrite === 0}
      onTap={async () => {
        await apply.run({ importId: report.importId })
        // Written in part is no failure: a timer goes on, and so does the page's asking.
        await refetch()
      }}
    >
      {report.toWrite === 0 ? '没有要导入的' : `导入 ${grouped(report.toWrite)} 行`}
    </Button>
  )
}

/** What comes after an import: the next file, or the other work. */
function NextSteps({ onClose }: { onClose: () => void }) {
  return (
    <>
      <Button kind="secondary" onTap={onClose}>
        再核对一份
      </Button>
      <Button onTap={() => Taro.switchTab({ url: '/pages/admin/index' })}>回管理</Button>
    </>
  )
}

interface OneImportProps {
  importId: string
  onClose: () => void
  /** The file has been mended: it is chosen and checked anew. */
  onChooseOther: () => Promise<void>
  /** Why the other file could not be read. */
  unread: ApiError | undefined
}

interface ActionsProps extends Omit<OneImportProps, 'importId' | 'unread'> {
  report: Report
  refetch: () => Promise<unknown>
}

function Actions({ report, refetch, onClose, onChooseOther }: ActionsProps) {
  if (report.state === 'applied') return <NextSteps onClose={onClose} />
  return (
    <>
      {report.state === 'checked' && report.problems.length > 0 ? (
        <Button kind="secondary" onTap={onChooseOther}>
          换一份文件
        </Button>
      ) : null}
      <ApplyButton report={report} refetch={refetch} />
    </>
  )
}

function OneImport({ importId, onClose, onChooseOther, unread }: OneImportProps) {
  const query = useImport(importId)
  const report = query.data
  const action = report ? <Actions {...{ report, onClose, onChooseOther }} refetch={query.refetch} /> : null
  const consequence = report ? consequenceOf(report) : ''
  return (
    <Screen
      nav={<Nav title="名单导入" above={{ name: '选一份名单', onTap: onClose }} onBack={onClose} />}
      side={<DeskMenu here="identity/roster" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
      bar={
        consequence ? (
          <View className="roster__phone-action">
            <BottomBar consequence={consequence}>{action}</BottomBar>
          </View>
        ) : undefined
      }
    >
      {opened => (
        <View className="roster">
          <UnreadFile error={unread} />
          <RosterReport report={opened} action={action} />
        </View>
      )}
    </Screen>
  )
}

function History({
  imports,
  now,
  onOpen,
}: Pick<Imports, 'imports' | 'now'> & { onOpen: (id: string) => void }) {
  if (imports.length === 0) return null
  return (
    <View className="mt-24">
      <View className="t12 secondary roster__history-head">最近的名单</View>
      <Card padding="none">
        {imports.map(({ importId, fileName, checkedAt, state, read }) => (
          <ListRow
            key={importId}
            lead="doc"
            title={fileName}
            meta={`${sayWhen(checkedAt, now)} · ${grouped(read)} 行`}
            end={<Badge tone={states[state].tone}>{states[state].words}</Badge>}
            onTap={() => onOpen(importId)}
          />
        ))}
      </Card>
    </View>
  )
}

/** 名单导入: choose a file, read what it would change, and only then change it. */
export default function RosterPage() {
  const [importId, setImportId] = useState<string>()
  const query = useQueryOf(api.identity.listImports, {}, { staleMs: 0, kept: false })
  const check = useCheck(setImportId)
  const [newPlaces, setNewPlaces] = useState(false)
  if (importId !== undefined)
    return (
      <OneImport
        key={importId}
        importId={importId}
        onClose={() => {
          check.forget()
          setImportId(undefined)
        }}
        onChooseOther={() => check.choose(newPlaces)}
        unread={check.error}
      />
    )
  return (
    <Screen
      nav={<Nav title="名单导入" />}
      side={<DeskMenu here="identity/roster" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={24} />}
    >
      {({ imports, now }) => (
        <View className="roster">
          <Card>
            <View className="t16 medium">选一份在册员工的 CSV</View>
            <View className="t14 secondary mt-4">
              UTF-8 或 GBK 编码都行，首行是列名：{columns}。先核对，看过再导入。
            </View>
            <View className="mt-8">
              <Checkbox checked={newPlaces} onChange={setNewPlaces}>
                名单里有新的部门或园区，一起导入
              </Checkbox>
            </View>
            <View className="mt-16 roster__choose">
              <Button icon="doc" onTap={() => check.choose(newPlaces)}>
                选择文件并核对
              </Button>
              <Button kind="secondary" icon="dl" onTap={() => saveCsv('名单模板.csv', rosterTemplate)}>
                {savingVerb}模板
              </Button>
            </View>
            <UnreadFile error={check.error} />
          </Card>
          <History imports={imports} now={now} onOpen={setImportId} />
        </View>
      )}
    </Screen>
  )
}
