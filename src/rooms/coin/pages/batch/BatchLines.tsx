import type { ReactNode } from 'react'
import { api, type Output, useEndlessPages, usePagesOf } from '@/api'
import { CellRow, CellTable } from '@/rooms/CellTable'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { sayWorth } from '../../handWords'
import './batch.scss'

type Line = Output<typeof api.coin.listBatchLines>['lines'][number]
type Cells = Record<'line' | 'name' | 'id' | 'worth' | 'why', ReactNode>

const heads: Cells = { line: '行', name: '姓名', id: '编号', worth: '数量', why: '理由，本人会看到' }

const cellsOf = ({ line, name, employeeId, why, ...moved }: Line): Cells => ({
  line,
  name,
  id: employeeId,
  worth: (
    <>
      {moved.way === 'take' ? <Badge tone="bad">收回</Badge> : null}
      {sayWorth(moved)}
    </>
  ),
  why,
})

/** What a list moves, colleague by colleague, so that a second person sees what they agree to. */
export function BatchLines({ batchId }: { batchId: string }) {
  const pages = usePagesOf(api.coin.listBatchLines, { batchId }, { staleMs: 0, kept: false })
  useEndlessPages(pages)
  const lines = pages.data?.pages.flatMap(page => page.lines)
  if (!lines && !pages.isError) return <SkeletonRows count={4} leadPx={0} />
  return (
    <Card padding="none">
      <SectionHeader title="每一行，数量大的在前" />
      {lines && lines.length > 0 ? (
        <CellTable className="batch__lines" label="名单的行" heads={heads}>
          {lines.map(line => (
            <CellRow key={line.line} cells={cellsOf(line)} />
          ))}
        </CellTable>
      ) : null}
      <ListEnd of={pages} words={lines?.length === 0 ? '明细只留 30 天，已经清除' : '都在这里了'} />
    </Card>
  )
}
