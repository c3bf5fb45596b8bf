import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { toast } from '@/ui/toast/store'
import { figuresOf, grouped, type Problem, problemsAsCsv, problemWords, type Report, titleOf } from './report'

function Figures({ report }: { report: Report }) {
  const figures = figuresOf(report, report.problems.length + report.moreProblems)
  return (
    <View className="roster__figures">
      {figures.map(({ label, count, meaning }) => (
        <Card key={label} padding="compact">
          <View className="t12 secondary">{label}</View>
          <View className="roster__figure">{grouped(count)}</View>
          <View className="t12 secondary">{meaning}</View>
        </Card>
      ))}
    </View>
  )
}

/** A table on a desk, a list of cards' rows on a phone: the same cells, laid out by width. */
function ProblemRow({ problem }: { problem: Problem }) {
  const { name, tone, remedy } = problemWords[problem.problem]
  return (
    <View className="roster__row" {...spokenAs('row')}>
      <View className="roster__cell roster__cell--line" {...spokenAs('cell')}>
        <View className="roster__phone">第 </View>
        {grouped(problem.line)}
        <View className="roster__phone"> 行</View>
      </View>
      <View className="roster__cell roster__cell--id" {...spokenAs('cell')}>
        {problem.employeeId || '空'}
      </View>
      <View className="roster__cell roster__cell--name" {...spokenAs('cell')}>
        {problem.name || '空'}
      </View>
      <View className="roster__cell roster__cell--why" {...spokenAs('cell')}>
        <Badge tone={tone}>{name}</Badge>
        <View className="grow">{problem.detail}</View>
      </View>
      <View className="roster__cell roster__cell--remedy" {...spokenAs('cell')}>
        {remedy}
      </View>
    </View>
  )
}

async function copyProblems(problems: readonly Problem[]): Promise<void> {
  await Taro.setClipboardData({ data: problemsAsCsv(problems) })
  toast.show('问题行已复制，贴到表格里就能改')
}

function Problems({ problems, more }: { problems: readonly Problem[]; more: number }) {
  if (problems.length === 0) return null
  return (
    <View className="mt-12">
      <Card padding="none">
        <View className="roster__problems-head">
          <View className="t16 bold">要你看 {grouped(problems.length + more)}</View>
          <Button kind="text" icon="copy" onTap={() => copyProblems(problems)}>
            复制问题行
          </Button>
        </View>
        <View {...spokenAs('table')} aria-label="要你看的行">
          <View className="roster__row roster__row--head" {...spokenAs('row')}>
            <View className="roster__cell roster__cell--line" {...spokenAs('columnheader')}>
              行
            </View>
            <View className="roster__cell roster__cell--id" {...spokenAs('columnheader')}>
              编号
            </View>
            <View className="roster__cell roster__cell--name" {...spokenAs('columnheader')}>
              姓名
            </View>
            <View className="roster__cell roster__cell--why" {...spokenAs('columnheader')}>
              为什么停下
            </View>
            <View className="roster__cell roster__cell--remedy" {...spokenAs('columnheader')}>
              怎么办
            </View>
          </View>
          {problems.map(problem => (
            <ProblemRow key={`${problem.line}-${problem.problem}`} problem={problem} />
          ))}
        </View>
        {more > 0 ? (
          <View className="t12 secondary roster__more">还有 {grouped(more)} 行没有列出</View>
        ) : null}
      </Card>
    </View>
  )
}

function Progress({ report }: { report: Report }) {
  if (report.state === 'checked') return null
  const share = report.toWrite === 0 ? 1 : report.written / report.toWrite
  return (
    <View className="mt-12">
      <Card>
        <View className="row row--between t14">
          <View className="medium">
            {report.state === 'applied' ? '都写好了' : '正在写入，可以离开这一页'}
          </View>
          <View className="secondary">
            {grouped(report.written)} / {grouped(report.toWrite)}
          </View>
        </View>
        <View
          className="roster__track"
          {...spokenAs('progressbar')}
          aria-valuenow={Math.round(share * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-label="导入进度"
        >
          <View className="roster__bar" style={{ width: `${(share * 100).toFixed(1)}%` }} />
        </View>
      </Card>
    </View>
  )
}

/** What the file says against what we know, before anything is changed. */
export function RosterReport({ report, action }: { report: Report; action: ReactNode }) {
  return (
    <>
      <View className="roster__head">
        <View className="grow">
          <View className="t20 bold">{titleOf(report)}</View>
          <View className="t12 secondary clamp-1">{report.fileName}</View>
        </View>
        <View className="roster__desk-action">{action}</View>
      </View>
      <Progress report={report} />
      <Figures report={report} />
      <Problems problems={report.problems} more={report.moreProblems} />
      {report.leaving > 0 && report.state === 'checked' ? (
        <View className="row row--top gap-8 mt-12 t12 secondary">
          <Icon name="shield" size={16} />
          <View className="grow">
            {grouped(report.leaving)} 位离职的同事：导入后账号马上停用，帖子和沃币账目保留。
          </View>
        </View>
      ) : null}
    </>
  )
}
