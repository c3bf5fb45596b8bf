import { type ShippingKind, shippingColumns } from '@domain/mall/shipping'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { pickCsv } from '@/rooms/csvUpload'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { AfterSales } from './AfterSales'

const kinds = [
  { key: 'waybills', text: '运单' },
  { key: 'nodes', text: '物流' },
] as const

type Report = Output<typeof api.mall.checkShipping>

function ReportCard({ report }: { report: Report }) {
  return (
    <Card padding="none">
      {report.lines.map(({ line, number, words, wrong }) => (
        <ListRow
          key={line}
          title={`第 ${line} 行 ${number}`}
          meta={words}
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
    outdates: [api.mall.listFulfilment, api.mall.openOrder, api.mall.openPicking],
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

/** 批量发货: a file is read first, and done as a whole or not at all; below it, what is asked back. */
export default function ShipPage() {
  const [kind, setKind] = useState<ShippingKind>('waybills')
  const query = useQueryOf(api.mall.listAfterSales, {}, { staleMs: 0, kept: false })
  const { report, choose, apply, forget } = useFile(kind)
  return (
    <Screen
      nav={<Nav title="批量发货和退换" />}
      header={
        <Segments
          segments={kinds}
          value={kind}
          onChange={next => {
            setKind(next)
            forget()
          }}
        />
      }
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={56} />}
      bar={
        report ? (
          <BottomBar
            consequence={report.wrong > 0 ? `${report.wrong} 行要改，还没有动` : '一起做完，或者都不做'}
          >
            <Button disabled={report.wrong > 0} onTap={apply}>
              导入 {report.right} 行
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {listed => (
        <View className="pad column gap-8">
          <Card>
            <View className="t16 medium">选一份 CSV，先核对</View>
            <View className="t14 secondary mt-4">
              UTF-8 编码，首行：{shippingColumns[kind].join('、')}，最多 50 行
            </View>
            <View className="mt-16">
              <Button kind={report ? 'secondary' : 'primary'} icon="doc" onTap={choose}>
                选择文件并核对
              </Button>
            </View>
          </Card>
          {report ? <ReportCard report={report} /> : null}
          <View className="t16 medium mt-12">退换</View>
          <AfterSales {...listed} />
        </View>
      )}
    </Screen>
  )
}
