import { feedNoteWords, feedProblemWords } from '@domain/selfservice/gtfs/problems'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { SectionHeader } from '@/ui/section/SectionHeader'

export type Report = Output<typeof api.selfservice.checkFeed>

type Problem = Report['problems'][number]
type Note = Report['notes'][number]

const placeOf = ({ file, line, field }: Problem) =>
  [file, line > 0 ? `第 ${line} 行` : '', field].filter(part => part !== '').join(' · ')

const sayNote = ({ file, code, count }: Note) =>
  `${file}：${count > 0 ? `${count} ` : ''}${feedNoteWords[code]}`

function Problems({ problems, moreProblems }: Pick<Report, 'problems' | 'moreProblems'>) {
  return (
    <Card>
      <View className="row gap-8">
        <View className="bad">
          <Icon name="alert" />
        </View>
        <View className="grow t16 medium">有 {problems.length + moreProblems} 处对不上，什么都没有改</View>
      </View>
      {problems.map(problem => (
        <View key={`${placeOf(problem)} ${problem.code}`} className="report__row">
          <View className="t14">{placeOf(problem)}</View>
          <View className="t12 secondary">{feedProblemWords[problem.code]}</View>
        </View>
      ))}
      {moreProblems > 0 ? <View className="t12 secondary mt-8">还有 {moreProblems} 处，先改这些</View> : null}
    </Card>
  )
}

/** What a feed holds, what is wrong with it by file and line, and what is left out. */
export function FeedReport({ report }: { report: Report }) {
  const { counts, problems, notes, moreProblems } = report
  return (
    <>
      {counts ? (
        <Card>
          <View className="t16 medium">读好了，成了一份草稿</View>
          <View className="t14 secondary mt-4">
            {counts.lines} 条线、{counts.stops} 个站、{counts.trips} 班。线上还没有变，看过再定日子发布。
          </View>
        </Card>
      ) : (
        <Problems problems={problems} moreProblems={moreProblems} />
      )}
      {notes.length > 0 ? (
        <Card padding="none">
          <SectionHeader title="顺便一提" />
          <View className="report__notes t12 secondary">
            {notes.map(note => (
              <View key={sayNote(note)}>{sayNote(note)}</View>
            ))}
          </View>
        </Card>
      ) : null}
    </>
  )
}
