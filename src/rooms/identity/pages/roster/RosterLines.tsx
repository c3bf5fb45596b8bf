import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, type Output, useEndlessPages, usePagesOf } from '@/api'
import { CellRow, CellTable } from '@/rooms/CellTable'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { type Action, fieldNames, type Problem, problemWords, type Report, sayField } from './report'

type Line = Output<typeof api.identity.listImportLines>['lines'][number]

const placeOf = ({ department, site }: { department: string; site: string }) =>
  [department, site].filter(Boolean).join(' · ') || '空'

function ProblemRow({ problem }: { problem: Problem }) {
  const { name, tone, remedy } = problemWords[problem.problem]
  return (
    <CellRow
      cells={{
        line: (
          <>
            <View className="roster__phone">第 </View>
            {grouped(problem.line)}
            <View className="roster__phone"> 行</View>
          </>
        ),
        id: problem.employeeId || '空',
        name: problem.name || '空',
        place: placeOf(problem),
        why: (
          <>
            <Badge tone={tone}>{name}</Badge>
            <View className="grow">{problem.detail}</View>
          </>
        ),
        remedy,
      }}
    />
  )
}

/** The lines with problems: those of the report at once, the others once somebody asks, fetched as one reads on. */
function Problems({ report }: { report: Report }) {
  const { importId, problems, moreProblems } = report
  const [isOpen, setOpen] = useState(false)
  const pages = usePagesOf(
    api.identity.listImportProblems,
    { importId, forFile: false },
    { enabled: isOpen, staleMs: 0, kept: false },
  )
  useEndlessPages(pages)
  const further = pages.data?.pages.flatMap(page => page.problems) ?? []
  const heads = { line: '行', id: '编号', name: '姓名', place: '部门', why: '为什么停下', remedy: '建议' }
  return (
    <>
      <CellTable className="roster__lines" label="要你看的行" heads={heads}>
        {[...problems, ...further].map(problem => (
          <ProblemRow key={`${problem.line}-${problem.problem}`} problem={problem} />
        ))}
      </CellTable>
      {moreProblems > 0 && !isOpen ? (
        <View className="roster__more">
          <Button kind="text" onTap={() => setOpen(true)}>
            还有 {grouped(moreProblems)} 行没有列出，接着看
          </Button>
        </View>
      ) : null}
      {isOpen ? (
        <ListEnd
          of={pages}
          words={further.length < moreProblems ? '核对过了一周，其余的已经清除' : '都在这里了'}
        />
      ) : null}
    </>
  )
}

/** What stood there, struck, and beside it what will. */
function Changes({ changed }: Pick<Line, 'changed'>) {
  return (
    <View className="roster__edits">
      {changed.map(({ field, was, becomes }) => (
        <View key={field} className="roster__edit">
          <View className="secondary">{fieldNames[field]}</View>
          <View className="roster__was">{sayField(field, was)}</View>
          <View className="medium">{sayField(field, becomes)}</View>
        </View>
      ))}
    </View>
  )
}

const lastHeads: Record<Action, string> = { join: '入职日期', change: '改成', leave: '导入以后' }

function sayOutcome(action: Action, line: Line): ReactNode {
  if (action === 'change') return <Changes changed={line.changed} />
  return action === 'join' ? line.joinedOn : '马上停用，帖子和沃币账目保留'
}

/** The lines of an import that do one thing, fetched as one reads on. */
function Lines({ importId, action }: { importId: string; action: Action }) {
  const pages = usePagesOf(api.identity.listImportLines, { importId, action }, { staleMs: 0, kept: false })
  useEndlessPages(pages)
  const lines = pages.data?.pages.flatMap(page => page.lines)
  if (!lines && !pages.isError) return <SkeletonRows count={4} leadPx={0} />
  const heads = { id: '编号', name: '姓名', place: '部门', why: lastHeads[action] }
  return (
    <>
      <CellTable className="roster__lines" label="名单的行" heads={heads}>
        {lines?.map(line => (
          <CellRow
            key={line.employeeId}
            cells={{
              id: line.employeeId,
              name: line.name,
              place: placeOf(line),
              why: sayOutcome(action, line),
            }}
          />
        ))}
      </CellTable>
      <ListEnd of={pages} words={lines?.length === 0 ? '核对过了一周，明细已经清除' : '都在这里了'} />
    </>
  )
}

/** Everything the import would touch, one kind at a time; what needs a person comes first. */
export function RosterLines({ report }: { report: Report }) {
  const { problems, moreProblems, joining, changed, leaving } = report
  const kinds = [
    { key: 'problems', name: '要你看', count: problems.length + moreProblems },
    { key: 'join', name: '新入职', count: joining },
    { key: 'change', name: '有改动', count: changed },
    { key: 'leave', name: '离职', count: leaving },
  ] as const
  const filled = kinds.filter(({ count }) => count > 0)
  const [chosen, choose] = useState<(typeof kinds)[number]['key']>()
  const shown = chosen ?? filled[0]?.key
  if (shown === undefined) return null
  return (
    <View className="mt-12">
      <Card padding="none">
        <View className="roster__kinds">
          <ChipRow>
            {filled.map(({ key, name, count }) => (
              <Chip key={key} on={key === shown} onTap={() => choose(key)}>
                {name} {grouped(count)}
              </Chip>
            ))}
          </ChipRow>
          <View className="roster__order">{shown === 'problems' ? '按行号排' : '按名单的次序排'}</View>
        </View>
        {shown === 'problems' ? (
          <Problems report={report} />
        ) : (
          <Lines key={shown} importId={report.importId} action={shown} />
        )}
      </Card>
    </View>
  )
}
