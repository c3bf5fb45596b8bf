import { grouped } from '@domain/kernel/grouped'
import { SHIPPING_FILE_LINES_MAX, type ShippingKind, shippingColumns } from '@domain/mall/shipping'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { api, useCommand, usePagesOf, useSession } from '@/api'
import { csvOf } from '@/rooms/csv'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { pickCsv } from '@/rooms/csvUpload'
import { DeskMenu } from '@/rooms/DeskMenu'
import { isOfFile, UnreadFile } from '@/rooms/UnreadFile'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { type Listed, problemsAsCsv, type Report, type ReportLine, sayUnlisted } from './report'
import './ship.scss'

const kinds = [
  { key: 'waybills', text: '批量发货' },
  { key: 'nodes', text: '物流进度' },
] as const

const explained: Record<ShippingKind, { title: string; sentence: string; line: readonly string[] }> = {
  waybills: {
    title: '一份表，把快递都发了',
    sentence: '每行一个订单。导入后对方会收到快递公司和运单号。',
    line: ['M2611 2400 418', '顺丰速运', 'SF1442709186530'],
  },
  nodes: {
    title: '包裹走到哪里了',
    sentence: '每行一个节点。对方在订单里能看到，也会收到消息。',
    line: ['SF1442709186530', '2026-11-24 17:40', '武汉转运中心', '到达，下一站上海'],
  },
}

/** The columns, each with an example. */
function Example({ kind }: { kind: ShippingKind }) {
  const { line } = explained[kind]
  return (
    <View className="ship__example">
      {shippingColumns[kind].map((column, index) => (
        <KeyValueRow key={column} label={column}>
          {line[index]}
        </KeyValueRow>
      ))}
    </View>
  )
}

function ReportCard({ listed }: { listed: Listed }) {
  const { lines } = listed
  const unlisted = sayUnlisted(listed)
  return (
    <>
      {lines.some(({ wrong }) => wrong) ? (
        <Button kind="secondary" icon="dl" onTap={() => saveCsv('要改的行.csv', problemsAsCsv(listed))}>
          {savingVerb}要改的行
        </Button>
      ) : null}
      <Card padding="none">
        {lines.map(({ line, number, words, wrong }) => (
          <ListRow
            key={line}
            title={number || '（空）'}
            meta={[words, `第 ${line} 行`]}
            end={<Badge tone={wrong ? 'bad' : 'ok'}>{wrong ? '要改' : '可以'}</Badge>}
          />
        ))}
      </Card>
      {unlisted ? <View className="t12 secondary">{unlisted}</View> : null}
    </>
  )
}

const importOutdates = [
  api.mall.listFulfilment,
  api.mall.findOrders,
  api.mall.openOrder,
  api.mall.openPicking,
  api.access.openInbox,
]

const sayDone = (done: number, already: number) =>
  already > 0 ? `做好 ${done} 行，${already} 行早就有了` : `做好 ${done} 行，都告诉对方了`

/** Batch by batch; one that fails stops it, and the next tap goes on from there. */
function useImport(kind: ShippingKind, onDone: (skipped: ReportLine[]) => void) {
  const run = useCommand(api.mall.importShipping, { outdates: importOutdates })
  const reached = useRef({ from: 0, done: 0, already: 0, skipped: [] as ReportLine[] })
  const [gone, setGone] = useState(0)
  const begin = () => {
    reached.current = { from: 0, done: 0, already: 0, skipped: [] }
    setGone(0)
  }
  const apply = async (fileId: string) => {
    for (;;) {
      const { from, done, already, skipped } = reached.current
      const batch = await run.run({ kind, fileId, from })
      if (!batch) return
      const sum = { done: done + batch.done, already: already + batch.already }
      const left = [...skipped, ...batch.skipped]
      if (batch.next === null) {
        begin()
        toast.show(sayDone(sum.done, sum.already))
        return onDone(left)
      }
      reached.current = { ...sum, from: batch.next, skipped: left }
      setGone(batch.next)
    }
  }
  return { apply, begin, gone }
}

function useFile(kind: ShippingKind) {
  const [report, setReport] = useState<Report>()
  /** What the last file had that was left out. */
  const [left, setLeft] = useState<ReportLine[]>([])
  const { apply, begin, gone } = useImport(kind, skipped => {
    setReport(undefined)
    setLeft(skipped)
  })
  const forget = () => {
    setReport(undefined)
    setLeft([])
    begin()
  }
  const check = useCommand(api.mall.checkShipping, {
    onDone: checked => {
      forget()
      setReport(checked)
    },
    onError: error => {
      forget()
      return isOfFile(error)
    },
  })
  const choose = async () => {
    try {
      const file = await pickCsv()
      if (file) await check.run({ kind, fileId: file.fileId })
    } catch {
      toast.show('文件没有传上去，看看网络，再试一次')
    }
  }
  return {
    report,
    left,
    gone,
    choose,
    unread: check.error,
    apply: () => report && apply(report.fileId),
    forget,
  }
}

/** What an import would do, and how far it is. */
function ImportBar({ report, gone, onApply }: { report: Report; gone: number; onApply: () => unknown }) {
  const { right, wrong, already, lines, more } = report
  const waits = wrong > 0 ? `${wrong} 行要改，会跳过` : '导入后会一一通知对方'
  return (
    <BottomBar consequence={gone > 0 ? `已走完 ${gone} / ${lines.length + more} 行` : waits}>
      <Button disabled={right === 0} onTap={async () => void (await onApply())}>
        {right === 0 ? (already > 0 ? '都导入过了' : '没有能导入的') : `导入 ${right} 行`}
      </Button>
    </BottomBar>
  )
}

/** So many pages of the list make a sheet for a day; a longer one is cut out of the order export. */
const LISTED_MAX = 200

/**
 * The orders that wait for a parcel, the oldest first and as many as a sheet may hold: only waybills are to be filled in.
 * What keepers have redeemed themselves is left to another one.
 */
function useWaitingToGo() {
  const { me } = useSession()
  const listed = usePagesOf(api.mall.listFulfilment, { kind: 'home' }, { staleMs: 0, kept: false })
  const orders = (listed.data?.pages.flatMap(page => page.orders) ?? []).filter(
    ({ buyer }) => buyer.employeeId !== me?.employeeId,
  )
  const { hasNextPage, isFetching, isError, fetchNextPage } = listed
  const wantsMore = hasNextPage && !isFetching && !isError && orders.length < LISTED_MAX
  useEffect(() => {
    if (wantsMore) void fetchNextPage()
  }, [wantsMore, fetchNextPage])
  const waiting = orders.slice(0, LISTED_MAX).map(({ number, productName, variantName, quantity }) => ({
    number,
    what: `${[productName, variantName].filter(Boolean).join(' ')} × ${quantity}`.replaceAll(',', '，'),
  }))
  return { listed, waiting }
}

/** 批量导入: a file is read first; then what is right of it is done, and what is wrong is said. */
export default function ShipPage() {
  const [kind, setKind] = useState<ShippingKind>('waybills')
  const { report, left, gone, choose, unread, apply, forget } = useFile(kind)
  const columns = shippingColumns[kind]
  const turn = (next: ShippingKind) => {
    setKind(next)
    forget()
  }
  const { listed: query, waiting } = useWaitingToGo()
  const listed = kind === 'waybills' ? waiting : []
  const template = () => {
    const lines = listed.map(({ number, what }) => [number, '', '', what])
    const header = listed.length > 0 ? [...columns, '货品'] : columns
    return saveCsv(`${explained[kind].title}.csv`, `${csvOf([header, ...lines])}\n`)
  }
  return (
    <Screen
      column
      nav={<Nav title="批量导入" />}
      side={<DeskMenu here="mall/goods" />}
      header={<Segments segments={kinds} value={kind} onChange={turn} />}
      query={query}
      skeleton={<SkeletonBlock height={320} />}
      bar={report ? <ImportBar report={report} gone={gone} onApply={apply} /> : undefined}
    >
      <View className="pad column gap-12 mt-12">
        <Card>
          <View className="t16 medium">{explained[kind].title}</View>
          <View className="t14 secondary mt-4">{explained[kind].sentence}</View>
          <Example kind={kind} />
          <View className="t12 secondary">
            CSV 文件，首行照上面的列名，最多 {grouped(SHIPPING_FILE_LINES_MAX)} 行
          </View>
          <View className="row gap-8 mt-16 ship__buttons">
            <Button kind={report ? 'secondary' : 'primary'} icon="doc" onTap={choose}>
              {report ? '换一份文件' : '选文件核对'}
            </Button>
            <Button kind="secondary" onTap={template}>
              {listed.length > 0 ? `${savingVerb}待寄 ${listed.length} 单` : `${savingVerb}模板`}
            </Button>
          </View>
          <UnreadFile error={unread} />
        </Card>
        {report ? <ReportCard listed={report} /> : null}
        {left.length > 0 ? (
          <>
            <View className="t16 medium">这 {left.length} 行没有导入</View>
            <ReportCard listed={{ lines: left, more: 0, wrong: left.length }} />
          </>
        ) : null}
      </View>
    </Screen>
  )
}
