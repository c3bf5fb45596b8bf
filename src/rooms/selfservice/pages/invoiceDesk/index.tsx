import { yuanOf } from '@domain/selfservice/reimbursement'
import { View } from '@tarojs/components'
import { api, type Output, useCommand, usePullToRefresh, useQueryOf, useRefreshOnShow } from '@/api'
import { pickCsv } from '@/rooms/csvUpload'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { isOfFile, UnreadFile } from '@/rooms/UnreadFile'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { invoiceQueries } from '../../claimWords'

const states = { checked: '核对过', applying: '导入中', applied: '已导入' }

function useCheck() {
  const check = useCommand(api.selfservice.checkClaims, {
    outdates: invoiceQueries,
    onDone: ({ importId }) => openPage('selfservice/claimImport', { importId }),
    onError: isOfFile,
  })
  const pick = async () => {
    try {
      const file = await pickCsv('claims')
      if (file) await check.run(file)
    } catch {
      toast.show('文件没有传上去，看看网络，再试一次')
    }
  }
  return { pick, error: check.error }
}

type Desk = Output<typeof api.selfservice.openInvoiceDesk>

/** What colleagues answered; a line goes with the import that takes it up. */
function Answers({ answers, now }: Pick<Desk, 'answers' | 'now'>) {
  return (
    <Card padding="none">
      <SectionHeader title="同事补充的" />
      {answers.map(({ number, employeeId, name, subject, amountFen, question, words, at }) => (
        <ListRow
          key={number}
          title={words}
          meta={[
            `${[name, employeeId].filter(Boolean).join(' ')} · ${sayWhen(at, now)}`,
            `${subject} ${yuanOf(amountFen)} 元，发票 ${number}`,
            ...(question ? [`问的是：${question}`] : []),
          ]}
        />
      ))}
    </Card>
  )
}

/** For finance: the company's titles, and what became of invoices. */
export default function InvoiceDeskPage() {
  const query = useQueryOf(api.selfservice.openInvoiceDesk, {}, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  const check = useCheck()
  return (
    <Screen
      nav={<Nav title="发票与报销" />}
      side={<DeskMenu here="selfservice/invoiceDesk" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={24} />}
      bar={
        <BottomBar consequence="核对时不改任何一笔">
          <Button onTap={check.pick}>选择报销 CSV</Button>
        </BottomBar>
      }
    >
      {({ titles, imports, answers, now }) => (
        <View className="pad column gap-12">
          <UnreadFile error={check.error} />
          {answers.length > 0 ? <Answers answers={answers} now={now} /> : null}
          <Card padding="none">
            <SectionHeader title="开票抬头" />
            {titles.map(({ titleId, name, taxNumber, on, version }) => (
              <ListRow
                key={titleId}
                lead="bld"
                title={name}
                meta={`${taxNumber} · 第 ${version} 版`}
                end={on ? null : <Badge>停用</Badge>}
                onTap={() => openPage('selfservice/titleEdit', { titleId })}
              />
            ))}
            <ListRow lead="plus" title="加一个抬头" onTap={() => openPage('selfservice/titleEdit')} />
          </Card>
          <Card padding="none">
            <SectionHeader title="报销导入" />
            <View className="pad t12 secondary">
              首行是列名：员工编号、发票号码、开票日期、金额、事由、状态、说明
            </View>
            {imports.map(({ importId, fileName, state, adding, moving, checkedAt }) => (
              <ListRow
                key={importId}
                lead="doc"
                title={fileName}
                meta={`${sayWhen(checkedAt, now)} · 新增 ${adding}，改动 ${moving}`}
                end={<Badge>{states[state]}</Badge>}
                onTap={() => openPage('selfservice/claimImport', { importId })}
              />
            ))}
          </Card>
        </View>
      )}
    </Screen>
  )
}
