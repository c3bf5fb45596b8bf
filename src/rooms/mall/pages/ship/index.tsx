import { SHIPPING_LINES_MAX, type ShippingKind, shippingColumns } from '@domain/mall/shipping'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { api, type Output, useCommand, usePagesOf, useSession } from '@/api'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { pickCsv } from '@/rooms/csvUpload'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { toast } from '@/ui/toast/store'
import './ship.scss'

const kinds = [
  { key: 'waybills', text: '批量发货' },
  { key: 'nodes', text: '物流进度' },
] as const

type Report = Output<typeof api.mall.checkShipping>

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

function ReportCard({ report }: { report: Report }) {
  return (
    <Card padding="none">
      {report.lines.map(({ line, number, words, wrong }) => (
        <ListRow
          key={line}
          title={number || '（空）'}
          meta={[words, `第 ${line} 行`]}
          end={<Badge tone={wrong ? 'bad' : 'ok'}>{wrong ? '要改' : '可以'}</Badge>}
        />
      ))}
    </Card>
  )
}

function useFile(kind: ShippingKind) {
  const [report, setReport] = useState<Report>()
  const check = useCommand(api.mall.checkShipping, { onDone: setReport })
  const run = useCommand(api.mall.importShipping, {
    outdates: [api.mall.listFulfilment, api.mall.openOrder, api.mall.openPicking, api.access.openInbox],
    onDone: ({ done, already }) => {
      setReport(undefined)
      toast.show(already > 0 ? `做好 ${done} 行，${already} 行早就有了` : `做好 ${done} 行，都告诉对方了`)
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
  const apply = () => report && run.run({ kind, fileId: report.fileId })
  return { report, choose, apply, forget: () => setReport(undefined) }
}

/**
 * The orders that wait for a parcel, the oldest first and as many as a sheet may hold: only waybills are to be filled in.
 * What keepers have redeemed themselves is left to another one.
 */
function useWaitingToGo(): readonly { number: string; what: string }[] {
  const { me } = useSession()
  const listed = usePagesOf(api.mall.listFulfilment, { kind: 'home' }, { staleMs: 0, kept: false })
  const orders = (listed.data?.pages.flatMap(page => page.orders) ?? []).filter(
    ({ buyer }) => buyer.employeeId !== me?.employeeId,
  )
  const { hasNextPage, isFetching, isError, fetchNextPage } = listed
  const wantsMore = hasNextPage && !isFetching && !isError && orders.length < SHIPPING_LINES_MAX
  useEffect(() => {
    if (wantsMore) void fetchNextPage()
  }, [wantsMore, fetchNextPage])
  return orders.slice(0, SHIPPING_LINES_MAX).map(({ number, productName, variantName, quantity }) => ({
    number,
    what: `${[productName, variantName].filter(Boolean).join(' ')} × ${quantity}`.replaceAll(',', '，'),
  }))
}

/** 批量导入: a file is read first, and done only when every line of it is right. */
export default function ShipPage() {
  const [kind, setKind] = useState<ShippingKind>('waybills')
  const { report, choose, apply, forget } = useFile(kind)
  const columns = shippingColumns[kind]
  const turn = (next: ShippingKind) => {
    setKind(next)
    forget()
  }
  const waiting = useWaitingToGo()
  const listed = kind === 'waybills' ? waiting : []
  const template = () => {
    const lines = listed.map(({ number, what }) => [number, '', '', what])
    const header = listed.length > 0 ? [...columns, '货品'] : columns
    return saveCsv(
      `${explained[kind].title}.csv`,
      [header, ...lines].map(line => `${line.join(',')}\n`).join(''),
    )
  }
  return (
    <Screen
      column
      nav={<Nav title="批量导入" />}
      side={<DeskMenu here="mall/goods" />}
      header={<Segments segments={kinds} value={kind} onChange={turn} />}
      bar={
        report ? (
          <BottomBar consequence={report.wrong > 0 ? '还没有动' : '导入后会一一通知对方'}>
            <Button disabled={report.wrong > 0} onTap={apply}>
              {report.wrong > 0 ? `先改好 ${report.wrong} 行` : `导入 ${report.right} 行`}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      <View className="pad column gap-12 mt-12">
        <Card>
          <View className="t16 medium">{explained[kind].title}</View>
          <View className="t14 secondary mt-4">{explained[kind].sentence}</View>
          <Example kind={kind} />
          <View className="t12 secondary">CSV 文件，UTF-8 编码，首行照上面的列名，最多 50 行</View>
          <View className="row gap-8 mt-16 ship__buttons">
            <Button kind={report ? 'secondary' : 'primary'} icon="doc" onTap={choose}>
              {report ? '换一份文件' : '选文件核对'}
            </Button>
            <Button kind="secondary" onTap={template}>
              {listed.length > 0 ? `${savingVerb}待寄 ${listed.length} 单` : `${savingVerb}模板`}
            </Button>
          </View>
        </Card>
        {report ? <ReportCard report={report} /> : null}
      </View>
    </Screen>
  )
}
