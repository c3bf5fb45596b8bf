import { yuanOf } from '@domain/selfservice/reimbursement'
import { View } from '@tarojs/components'
import { api, type Output, useCommand, usePolling, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { invoiceQueries } from '../../claimWords'

const consequences = {
  checked: '导入前没有任何改动',
  applying: '正在写入，可以离开这一页',
  applied: '都写好了，变了的已经通知本人',
}

type Report = Output<typeof api.selfservice.openClaimImport>

/** Which invoice changes from what to what. */
function Changes({ changes, toWrite }: Pick<Report, 'changes' | 'toWrite'>) {
  if (changes.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="要写入的" />
      {changes.map(({ number, employeeId, subject, amountFen, words }) => (
        <ListRow
          key={number}
          title={`${subject} ${yuanOf(amountFen)} 元`}
          meta={[...words, `${employeeId} · ${number}`]}
        />
      ))}
      {toWrite > changes.length ? (
        <View className="pad t12 secondary">还有 {toWrite - changes.length} 行没有列出</View>
      ) : null}
    </Card>
  )
}

/** What a file would change, line by line, before anything is changed. */
export default function ClaimImportPage() {
  const { importId = '' } = usePageParams()
  const query = useQueryOf(api.selfservice.openClaimImport, { importId }, { staleMs: 0, kept: false })
  usePolling(query, query.data?.state === 'applying')
  const apply = useCommand(api.selfservice.applyClaims, { outdates: invoiceQueries })
  const report = query.data
  return (
    <Screen
      column
      nav={<Nav title="报销导入" />}
      side={<DeskMenu here="selfservice/invoiceDesk" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
      bar={
        report ? (
          <BottomBar consequence={consequences[report.state]}>
            {report.state === 'checked' ? (
              <Button
                disabled={report.toWrite === 0}
                onTap={async () => {
                  await apply.run({ importId })
                  await query.refetch()
                }}
              >
                {report.toWrite === 0 ? '没有要导入的' : `导入 ${report.toWrite} 行`}
              </Button>
            ) : null}
          </BottomBar>
        ) : undefined
      }
    >
      {({ fileName, read, adding, moving, unchanged, problems, moreProblems, written, toWrite, ...rest }) => (
        <View className="pad column gap-12">
          <Card>
            <View className="t16 medium">{fileName}</View>
            <KeyValueRow label="读到">{read} 行</KeyValueRow>
            <KeyValueRow label="新增">{adding}</KeyValueRow>
            <KeyValueRow label="改动">{moving}</KeyValueRow>
            <KeyValueRow label="没有变">{unchanged}</KeyValueRow>
            {problems.length > 0 ? (
              <KeyValueRow label="有问题">{problems.length + moreProblems}</KeyValueRow>
            ) : null}
            {rest.state === 'checked' ? null : (
              <KeyValueRow label="已写入">
                {written} / {toWrite}
              </KeyValueRow>
            )}
          </Card>
          {problems.length > 0 ? (
            <Card padding="none">
              <SectionHeader title="要你看的行，不会导入" />
              {problems.map(({ line, number, employeeId, detail }) => (
                <ListRow
                  key={line}
                  title={`第 ${line} 行：${detail}`}
                  meta={[employeeId, number].filter(Boolean).join(' · ') || '空'}
                />
              ))}
              {moreProblems > 0 ? (
                <View className="pad t12 secondary">还有 {moreProblems} 行没有列出</View>
              ) : null}
            </Card>
          ) : null}
          <Changes changes={rest.changes} toWrite={toWrite} />
        </View>
      )}
    </Screen>
  )
}
