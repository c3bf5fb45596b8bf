import { grouped } from '@domain/kernel/grouped'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { savingVerb } from '@/rooms/csvFile'
import { openPage } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { RosterLines } from './RosterLines'
import { consequenceOf, figuresOf, type Report, titleOf } from './report'
import { saveProblems } from './saveProblems'

function Figures({ report }: { report: Report }) {
  const figures = figuresOf(report, report.problems.length + report.moreProblems)
  return (
    <View className="roster__figures">
      {figures.map(({ label, count, meaning }) => (
        <Card key={label} padding="compact">
          <View className="t12 secondary">{label}</View>
          <View className="roster__figure">{grouped(count)}</View>
          <View className="t12 secondary clamp-1">{meaning}</View>
        </Card>
      ))}
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

/** Whoever leaves with an office: the way to where it is handed over stands beside the name. */
function Offices({ offices }: Pick<Report, 'offices'>) {
  if (offices.length === 0) return null
  return (
    <View className="mt-12">
      <Card padding="none">
        {offices.map(({ employeeId, name, association }) => (
          <ListRow
            key={`${employeeId} ${association}`}
            title={`离职的${name}是${association}会长，请交接`}
            meta="选一位会员接任"
            onTap={() => openPage('identity/leaving', { employeeId })}
          />
        ))}
      </Card>
    </View>
  )
}

interface RosterReportProps {
  report: Report
  /** What is done about it; on a phone it stands in the bar below. */
  action: ReactNode
}

/** What the file says against what we know, before anything is changed. */
export function RosterReport({ report, action }: RosterReportProps) {
  const { problems, leaving, state } = report
  return (
    <>
      <View className="roster__head">
        <View className="roster__title">
          <View className="t20 bold">
            {titleOf(report).map(part => (
              <Text key={part} className="nowrap">
                {part}
              </Text>
            ))}
          </View>
          <View className="t12 secondary roster__desk-consequence">{consequenceOf(report)}</View>
        </View>
        {problems.length > 0 ? (
          <View className="roster__save">
            <Button kind="secondary" size="small" icon="dl" onTap={() => saveProblems(report)}>
              {savingVerb}问题行
            </Button>
          </View>
        ) : null}
        <View className="roster__desk-action">{action}</View>
      </View>
      <Progress report={report} />
      <Figures report={report} />
      <Offices offices={report.offices} />
      <RosterLines report={report} />
      {leaving > 0 && state === 'checked' ? (
        <View className="row row--top gap-8 mt-12 t12 secondary">
          <Icon name="shield" size={16} />
          <View className="grow">
            {grouped(leaving)} 位离职的同事：导入后账号马上停用，帖子和沃币账目保留。
          </View>
        </View>
      ) : null}
    </>
  )
}
