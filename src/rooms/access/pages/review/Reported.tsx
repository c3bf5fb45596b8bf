import { reportReasons } from '@domain/forum/reports'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { fileUrl } from '@/api'
import { Face } from '@/rooms/Face'
import { openPage } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Icon } from '@/ui/icon/Icon'
import { PictureGrid } from '@/ui/picture/PictureGrid'
import { Timeline, type TimelineStep } from '@/ui/timeline/Timeline'
import { kindWords, type Opened, sayLeft } from '../../moderation'

type Reporter = Opened['reporters'][number]

/** Where somebody belongs; who has left belongs nowhere. */
const belonging = ({ site, department }: { site: string; department: string }) =>
  [site, department].filter(Boolean).join(' · ')

/** What it says, by whom, and where it stands. */
export function Said({ opened }: { opened: Opened }) {
  const { review, postId, postedAt, offences, pictures, now } = opened
  const { author, kind, title } = review
  const said = [belonging(author), sayWhen(postedAt, now), `近一年 ${offences} 次违规`].filter(Boolean)
  const urls = pictures.map(fileUrl)
  return (
    <Card>
      <View className="row gap-12">
        <Face of={author} size={48} />
        <View className="grow">
          <View className="t16 medium">{author.name}</View>
          <View className="t12 secondary">{said.join(' · ')}</View>
        </View>
      </View>
      <View className="review__words mt-12">
        {kind === 'post' ? <View className="medium">{title}</View> : null}
        {opened.saying}
      </View>
      {urls.length > 0 ? (
        <View className="mt-12">
          <PictureGrid
            pictures={urls}
            alt={`${author.name}的图片`}
            onOpen={index => void Taro.previewImage({ urls, current: urls[index] ?? '' })}
          />
        </View>
      ) : null}
      {/* A post that was removed cannot be opened; the one under which a removed comment stood can. */}
      {kind === 'post' && opened.decision?.verdict === 'remove' && review.state !== 'open' ? null : (
        <View className="row row--between gap-8 mt-12">
          <View className="t12 secondary grow clamp-1">
            {kind === 'comment' ? `在「${title}」下` : '整篇帖子和它的评论'}
          </View>
          <View
            className="row gap-4 t14 accent nowrap"
            {...tappable(undefined, 'link')}
            onClick={() => openPage('forum/post', { postId })}
          >
            看上下文
            <Icon name="next" size={16} />
          </View>
        </View>
      )}
    </Card>
  )
}

function recordOf({ upheld, decided, heeded }: Reporter): string {
  if (decided === 0) return '还没有过结果'
  return `${upheld} / ${decided} 成立${heeded ? '' : '，不计入'}`
}

/** Who reports it, for what, and how often they were right. */
export function Reporters({ reporters, total }: { reporters: readonly Reporter[]; total: number }) {
  if (total === 0) return null
  return (
    <Card>
      <View className="row row--between gap-8">
        <View className="t16 bold" {...spokenAs('heading', 2)}>
          {total} 个人举报
        </View>
        <View className="t12 secondary">过去一年举报成立</View>
      </View>
      {reporters.map(reporter => (
        <View key={reporter.employeeId} className="row gap-12 mt-12">
          <Face of={reporter} size={32} />
          <View className="grow">
            <View className="t14">
              {reporter.name} · {belonging(reporter)}
            </View>
            <View className="t12 secondary">{reportReasons[reporter.reason]}</View>
            {reporter.note ? <View className="t14 mt-4">{reporter.note}</View> : null}
          </View>
          <View className="t12 secondary nowrap">{recordOf(reporter)}</View>
        </View>
      ))}
      <View className="t12 secondary mt-12">作者看不到是谁举报的</View>
    </Card>
  )
}

const stepWords: Record<Opened['trail'][number]['what'], string> = {
  reported: '有人举报',
  doubted: '图片要人来看',
  hidden: '举报够重，自动隐去',
  kept: '保留',
  removed: '移除',
  appealed: '作者申诉',
  upheld: '维持移除',
  restored: '恢复',
  edited: '作者改了，原来是',
}

/** Everything that happened to it so far, and what is next. */
export function ReviewTrail({ opened }: { opened: Opened }) {
  const { trail, review, now } = opened
  const steps: TimelineStep[] = trail.map(({ what, at, by, words }, index) => ({
    key: `${index}`,
    title: by ? `${by}${stepWords[what]}` : stepWords[what],
    ...(words ? { meta: `「${words}」` } : {}),
    when: sayWhen(at, now),
    state: 'done',
  }))
  const next: TimelineStep[] =
    review.state === 'decided'
      ? []
      : [
          {
            key: 'now',
            title: review.mine ? '等你决定' : '等另一位版主决定',
            meta: `这${review.kind === 'post' ? '篇' : '条'}${kindWords[review.kind]}`,
            when: sayLeft(review.dueAt, now),
            state: 'now',
          },
        ]
  return (
    <Card>
      <Timeline steps={[...steps, ...next]} />
    </Card>
  )
}
